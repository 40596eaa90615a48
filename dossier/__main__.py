"""`python -m dossier schema`: prints the JSON Schema of a dossier file."""

import json
import sys

from content.shell import say
from dossier.json_format import schema

if __name__ == "__main__":
    if sys.argv[1:] != ["schema"]:
        sys.exit("usage: python -m dossier schema")
    say(json.dumps(schema(), ensure_ascii=False, indent=2))
