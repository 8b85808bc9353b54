"""The function a worker runs, named without loading what it needs: the process that watches stays small."""

from workbook.render.job import Job, Outcome, Report


def render(job: Job, report: Report) -> Outcome:
    """Make one participant's workbook; see `render_participant`."""
    from workbook.render.far import make_far_workbook
    from workbook.render.pipeline import make_workbook, render_participant

    return render_participant(job, report, make_far_workbook if job.far else make_workbook)
