"""The seminar path is data, in words of both languages."""

from workbook.chapters import path


def test_minutes_are_those_of_the_method() -> None:
    """Before the seminar, in its four blocks and each quarter: the table of the method."""
    minutes = {chapter: path.minutes_of(chapter) for chapter in path.CHAPTERS}
    assert minutes == {
        "start": 10, "accounts": 45 + 20, "tiering": 60, "key_accounts": 90 + 90, "action_plans": 30,
        "reactive_base": 15, "focus_time": 15, "commitment": 30, "quarterly_review": 60,
    }  # fmt: skip


def test_every_step_has_its_words() -> None:
    """No step names a time, chapter or task that nobody has put into words."""
    for step in path.seminar_path():
        assert step.when in path.WHENS
        assert step.chapter in path.TITLES
        assert step.task in path.TASKS


def test_blocks_last_as_long_as_planned() -> None:
    """Block 1 has 90 minutes, blocks 2, 3 and 4 have 90 each."""
    totals = {when: sum(step.total for step in group) for when, group in path.by_time(path.seminar_path())}
    assert [totals[f"Block {number}"] for number in (1, 2, 3, 4)] == [90, 90, 90, 90]


def test_repeated_work_says_how_often() -> None:
    """Thirteen year plans of fifteen minutes."""
    (step,) = [step for step in path.steps_of("action_plans") if step.homework]
    assert (step.time_in_words, step.total) == ("13 × 15 minutes", 195)


def test_long_work_is_told_in_hours() -> None:
    """From two hours on, full hours read as hours."""
    assert [path.duration(minutes) for minutes in (1, 90, 120, 180)] == ["1 minute", "90 minutes", "2 hours", "3 hours"]
