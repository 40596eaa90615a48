"""What a dossier is called and which years it is about."""

from content import schema
from content.loader import texts
from dossier.model import Details
from stappenplan.fields import fields_in
from ui.access import Access
from ui.components import fields
from ui.components.editing import Subject
from ui.wiring import use_cases

DETAILS = fields_in(Details)


def draw(access: Access) -> None:
    """The details as fields that save themselves."""
    text, dossier = texts("nieuw"), access.dossier
    subject = Subject(
        "details",
        dossier.details.model_dump(mode="json"),
        dossier.details_version,
        lambda changes, version: use_cases().save_details(access.token, changes, version),
    )
    for field in DETAILS:
        fields.draw(subject, field, schema.FieldText(label=text(f"label_{field.name}")))
    fields.draw_saved(subject, DETAILS)
