import pytest

from tanlu.workflow.synth.size import Size
from tanlu.workflow.synth.write import write_park


@pytest.fixture(scope="session")
def small_park(tmp_path_factory):
    folder = tmp_path_factory.mktemp("synth") / "park"
    return write_park(folder, Size(26, 260, 2025))
