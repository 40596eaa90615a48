"""The logo: a PNG or JPEG by its content, drawn anew so that nothing but the picture is kept."""

import io

from PIL import Image, ImageOps

from documents.style.problem import Refused

KINDS = ("PNG", "JPEG")
SMALLEST, LARGEST = 100, 4000
"""How many pixels the longest side may have; unpacked, the largest takes 64 MB."""
KEPT = 1200
"""How many pixels the longest side has at most once it is kept: 10 cm in print."""

_PLAIN = ("L", "LA", "RGB", "RGBA")


def read_logo(raw: bytes) -> bytes:
    """The picture without what hides in a file: place, camera, comments, other files. Raises Refused."""
    try:
        with Image.open(io.BytesIO(raw), formats=KINDS) as image:
            # The size stands in front; a picture that would fill the memory is never unpacked.
            if not SMALLEST <= max(image.size) <= LARGEST:
                raise Refused("logo_pixels")
            kind = image.format
            return _drawn_anew(ImageOps.exif_transpose(image), "PNG" if kind == "PNG" else "JPEG")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        # Pillow's own words for a file that is something else, or broken.
        raise Refused("logo_kind") from error


def _drawn_anew(image: Image.Image, kind: str) -> bytes:
    if image.mode not in _PLAIN:
        image = _deep_grey(image) if image.mode.startswith("I") else image.convert(_colours(image))
    image.thumbnail((KEPT, KEPT))
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    target = io.BytesIO()
    clean.save(target, kind, optimize=True, quality=92)
    return target.getvalue()


def _colours(image: Image.Image) -> str:
    return "RGBA" if "transparency" in image.info or image.mode in ("PA", "RGBa", "La") else "RGB"


def _deep_grey(image: Image.Image) -> Image.Image:
    """A grey picture of 16 bits a pixel in 8."""
    return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
