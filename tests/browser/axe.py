"""The accessibility rules that a machine can check: WCAG 2.0, 2.1 and 2.2, levels A and AA."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    }
}


def axe(page: Page) -> None:
    """Fail with a readable list where the page as it stands breaks a rule."""
    violations = Axe().run(page, options=RULES).response["violations"]
    told = [
        f"{violation['id']} ({violation['impact']}): {violation['help']}\n"
        + "\n".join(
            f"    {' '.join(map(str, node['target']))}\n        {node['html']}"
            for node in violation["nodes"]
        )
        for violation in violations
    ]
    assert not told, f"{page.url}\n" + "\n".join(told)
