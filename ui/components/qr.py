"""An address as a QR code: a picture without a request, to scan from a screen or a wall."""

from functools import cache

import segno


@cache
def qr(address: str) -> str:
    """The QR code of ``address`` as the address of a picture (a data URI of an SVG), with its quiet zone.

    It can be read when a quarter of it cannot be seen, and scales to any size.
    """
    code = segno.make_qr(address, error="q")
    return code.svg_data_uri(border=4, dark="#000", light="#fff", omitsize=True)
