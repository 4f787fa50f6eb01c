"""A report whose every text is hostile, in a real browser: nothing runs, nothing is asked for, no dialog opens."""

import pytest
from corpus import EVERYTHING, spoil_project


@pytest.fixture(scope="module")
def folder(root, build_in, tmp_path_factory):
    project = tmp_path_factory.mktemp("jahat")
    spoil_project(root, project, EVERYTHING)
    return build_in("kasn", "2024", root=project)


@pytest.mark.parametrize("name", ["laporan-skm.html", "tindak-lanjut.html", "publikasi.html"])
def test_hostile_page_runs_nothing_and_asks_for_nothing(folder, open_page, name):
    visit = open_page(folder / name)
    dialogs = []
    visit.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    visit.page.reload()
    visit.page.wait_for_timeout(500)
    assert (dialogs, visit.messages, visit.asked) == ([], [], [])
    assert visit.page.locator("script, iframe, object, embed, form").count() == 0


def test_a_script_that_got_into_a_page_would_not_run(folder, open_page, tmp_path):
    page = tmp_path / "x.html"
    text = (folder / "laporan-skm.html").read_text(encoding="utf-8")
    added = "<script>document.title = 'jalan'</script><img src=//x.invalid/a.png onerror=\"document.title='jalan'\">"
    page.write_text(text.replace("<main", f"{added}<main", 1), encoding="utf-8")
    visit = open_page(page)
    assert visit.page.title() != "jalan"
    refused = [message for message in visit.messages if "Content Security Policy" in message]
    assert any("script" in message for message in refused)
    assert any("a.png" in message for message in refused)
