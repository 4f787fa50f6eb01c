"""The end of a test run says how well personal data are found."""


def pytest_terminal_summary(terminalreporter):
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    rows = [value for report in reports for name, value in getattr(report, "user_properties", []) if name == "masking"]
    if not rows:
        return
    terminalreporter.section("masking of personal data, on frozen sentences")
    terminalreporter.write_line(
        f"{'kind':10}{'n':>5}{'found':>7}{'recall':>8}{'marks':>7}{'right':>7}{'precision':>11}"
    )
    for kind, there, hidden, marks, right in rows:
        shares = f"{there:5}{hidden:7}{hidden / there:8.2f}{marks:7}{right:7}{right / marks:11.2f}"
        terminalreporter.write_line(f"{kind:10}{shares}")
