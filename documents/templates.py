"""The Jinja environment of all documents: sandboxed, strict, and with user text literal by construction.

HTML escaping is the only escaping there is. What is put out is escaped, with two changes first: a line
break becomes ``<br>``, and a character that XML forbids becomes U+FFFD.
"""

import traceback
from collections.abc import Mapping
from functools import cache

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from documents.catalogue import ROOT, DocumentError
from documents.filters import FILTERS
from stappenplan.text import clean


def finalize(value: object) -> object:
    """Make a value that is put out fit for HTML and XML; what a template itself made is left alone."""
    if value is None:
        return ""
    if isinstance(value, Markup | StrictUndefined) or not isinstance(value, str):
        return value
    return escape(clean(value).text).replace("\n", Markup("<br>\n"))


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The environment in which every template is read."""
    result = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(ROOT),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    result.filters.update(FILTERS)
    return result


def fill_in(template: str, values: Mapping[str, object]) -> str:
    """The text of ``template`` (a path under content/documenten) with ``values`` in it.

    Raises DocumentError with the file and line of the template that is wrong.
    """
    try:
        return environment().get_template(template).render(values)
    except TemplateSyntaxError as error:
        raise DocumentError(f"{error.filename or error.name}:{error.lineno}: {error.message}") from error
    except (TemplateError, TypeError, ValueError, KeyError, AttributeError) as error:
        raise DocumentError(f"{_place(error, template)}: {error!r}") from error


def _place(error: Exception, template: str) -> str:
    """The innermost line of a template in the error's traceback, as ``file:line``."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".j2")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else template
