"""``python -m build_scripts`` is the command ``duizhao``."""

from build_scripts.cli.main import main

if __name__ == "__main__":
    main(prog_name="duizhao")
