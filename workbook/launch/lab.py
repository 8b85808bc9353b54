"""The server of JupyterLab, as `python -m workbook.launch.lab`: the same one, without what a workbook never needs."""

from workbook.lean import leave_out_grammar


def main() -> None:
    """Run JupyterLab until it is told to end."""
    leave_out_grammar()
    from jupyterlab.labapp import main as run_lab  # type: ignore[import-untyped]

    run_lab()


if __name__ == "__main__":
    main()
