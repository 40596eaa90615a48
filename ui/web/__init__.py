"""What stands around Streamlit: plain routes, and what is changed in its answers on their way out."""
