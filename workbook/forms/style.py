"""How forms look in JupyterLab, from the one look of the project; sent along with each form."""

from workbook import look

CSS = f"""
.wb-form {{ font-family: {look.FONT_STACK}; color: {look.INK}; max-width: 46rem; }}
.wb-form .widget-inline-hbox {{ flex-direction: column; align-items: stretch; height: auto; width: auto; }}
.wb-form .widget-inline-hbox > .widget-label {{ width: auto !important; text-align: left; height: auto;
  white-space: normal; font-weight: 600; line-height: 1.3; margin: 0 0 2px; }}
.wb-form .widget-inline-hbox > input, .wb-form .widget-inline-hbox > select,
.wb-form .widget-inline-hbox > textarea {{ flex: 0 0 auto; width: auto; box-sizing: border-box; margin: 0; }}
.wb-form .widget-inline-hbox > input, .wb-form .widget-inline-hbox > select {{ height: 32px; }}
.wb-form .widget-html, .wb-form .widget-html-content {{ height: auto; line-height: 1.35; }}
.wb-form .wb-columns {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); column-gap: 18px;
  align-items: start; overflow: visible; }}
.wb-form .wb-columns > .wb-full {{ grid-column: 1 / -1; }}
.wb-form .wb-table th, .wb-form .wb-table td {{ text-align: left; vertical-align: top; padding: 2px 14px 2px 0; }}
.wb-form .wb-table .wb-amount {{ text-align: right; }}
.wb-form input, .wb-form textarea, .wb-form select {{ font-family: inherit; font-size: 14px; }}
.wb-form input:focus-visible, .wb-form textarea:focus-visible, .wb-form select:focus-visible,
.wb-form button:focus-visible {{ outline: 2px solid {look.LAYERS["next15"][0]}; outline-offset: 1px; }}
.wb-form .wb-field {{ margin-bottom: 10px; }}
.wb-form .wb-hidden {{ display: none; }}
.wb-form .wb-group-label {{ font-weight: 600; }}
.wb-form .wb-help {{ color: {look.INK_SOFT}; font-size: 13px; line-height: 1.35; margin: 0; }}
.wb-form .wb-finding {{ color: {look.INK_SOFT}; font-size: 13px; line-height: 1.35; margin: 0; }}
.wb-form .wb-finding.wb-gap, .wb-form .wb-finding.wb-alarm {{ color: {look.ACCENT}; }}
.wb-form .wb-light-green {{ color: {look.GOOD}; }}
.wb-form .wb-light-amber {{ color: {look.ACCENT}; }}
.wb-form .wb-light-red {{ color: {look.ALERT}; }}
.wb-form .wb-twin :is(dt, dd) {{ float: none !important; display: block !important; width: auto !important;
  margin: 0 !important; padding: 0 !important; }}
.wb-form .wb-signs {{ display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0; font-size: 13px;
  line-height: 1.35; background: {look.WASH}; padding: 6px 10px; }}
.wb-form .wb-signs dt {{ font-weight: 600; }}
.wb-form .wb-signs dd {{ margin: 0; }}
.wb-form .wb-problem {{ color: {look.ACCENT}; font-size: 13px; line-height: 1.35; margin: 0; }}
.wb-form .wb-field > button {{ align-self: flex-start; }}
.wb-form .wb-row {{ column-gap: 8px; }}
.wb-form .wb-row-first .widget-inline-hbox > .widget-label {{ min-height: 2.6em; display: flex; align-items: flex-end;
  overflow: visible; hyphens: auto; overflow-wrap: anywhere; }}
.wb-form .wb-row-first > .wb-row-buttons {{ margin-top: 40px; }}
.wb-form .wb-row-buttons {{ flex: 0 0 auto; min-width: 13.2rem; margin-left: auto; justify-content: flex-end;
  overflow: visible; }}
.wb-form .wb-roles .widget-checkbox {{ width: auto; flex-direction: row; margin-right: 14px; }}
.wb-form .wb-fold > button {{ width: 100%; text-align: left; background: {look.WASH}; font-weight: 600; }}
body .wb-form .wb-field > .wb-fold > button.jupyter-button {{ background: transparent; border: 0; font-weight: 400;
  color: {look.LAYERS["next15"][0]}; font-size: 13px; height: 24px; line-height: 24px; padding: 0; width: auto;
  text-decoration: underline; text-underline-offset: 2px; }}
.wb-form .wb-guide {{ background: {look.WASH}; padding: 6px 10px; }}
.wb-form .wb-guide .widget-inline-hbox {{ margin-bottom: 6px; }}
.wb-form .wb-guide .widget-inline-hbox > .widget-label {{ font-weight: 400; }}
.wb-form .wb-guide > button {{ align-self: flex-start; }}
.wb-form .wb-entry {{ border-left: 3px solid {look.LINE}; padding: 4px 0 4px 12px; }}
.wb-form .wb-row > .wb-field {{ flex: 1 1 6rem; min-width: 0; }}
.wb-form .wb-row > .wb-full {{ flex: 1 1 12rem; }}
.wb-form .wb-grid-row {{ border-bottom: 1px solid {look.LINE}; padding: 2px 0; }}
.wb-form .wb-grid-row > * {{ flex: 1 1 7rem; min-width: 0; margin: 0 8px 0 0; }}
.wb-form .wb-grid-row :is(input, select) {{ font-size: 13px; padding-left: 5px; padding-right: 3px; }}
.wb-form .wb-grid-row select {{ padding-right: 18px; text-overflow: ellipsis; }}
.wb-form .wb-grid-head {{ align-items: flex-end; }}
.wb-form .wb-grid-head .widget-html-content {{ color: {look.INK_SOFT}; font-size: 13px; line-height: 1.3;
  overflow-wrap: anywhere; }}
.wb-form .wb-grid-row > :first-child {{ flex: 2 1 12rem; }}
.wb-form .wb-row-more .widget-inline-hbox > .widget-label,
.wb-form .wb-grid-row .widget-label {{ position: absolute; width: 1px !important; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }}
.wb-form.wb-decisions .wb-grid > .widget-vbox {{ border-bottom: 1px solid {look.LINE}; padding: 3px 0; }}
.wb-form.wb-decisions .wb-grid > .widget-vbox > .wb-grid-row {{ border-bottom: 0; }}
.wb-form .wb-question {{ margin-bottom: 12px; }}
.wb-form .wb-question .wb-help {{ margin-left: 20px; }}
.wb-form .wb-read .wb-grid-row {{ align-items: center; }}
.wb-form .wb-read .wb-grid-row > *, .wb-form .wb-read .wb-grid-row > :first-child {{ flex: 1 1 11rem; }}
/* ipywidgets writes the number of files behind the label, which says nothing once the list is read. */
.wb-form .widget-upload {{ align-self: flex-start; width: auto; font-size: 0; }}
.wb-form .widget-upload::after {{ content: attr(title); font-size: 14px; }}
.wb-form .widget-upload > i {{ font-size: 14px; }}
.wb-form.wb-nothing {{ display: none; }}
.wb-form .wb-ready {{ flex-flow: row wrap; gap: 4px; overflow: visible; }}
.wb-form .wb-ready > button {{ background: {look.PAPER}; border: 1px solid {look.LINE}; margin: 0; font-size: 13px; }}
.wb-form .wb-line {{ border-bottom: 1px solid {look.LINE}; align-items: flex-start; overflow: visible; }}
.wb-form .wb-line > button {{ flex: 0 0 12.5rem; width: 12.5rem; height: auto; min-height: 30px;
  text-align: left; white-space: normal; line-height: 1.3; padding: 5px 6px; margin: 0 8px 0 0;
  background: transparent !important; border-color: transparent !important; font-weight: 600; }}
.wb-form .wb-line > .widget-html {{ flex: 1 1 auto; margin: 0; }}
.wb-form .wb-line-head {{ display: flex; color: {look.INK_SOFT}; font-size: 13px;
  border-bottom: 1.5px solid {look.INK_SOFT}; }}
.wb-form .wb-line-head > span {{ flex: 0 0 12.5rem; margin-right: 8px; padding-left: 6px; align-self: flex-end; }}
.wb-form .wb-line-head > .wb-line-facts {{ flex: 1 1 auto; }}
.wb-form .wb-line-facts {{ display: grid; grid-template-columns: repeat(4, 5.2rem) 1fr; gap: 8px; font-size: 13px;
  line-height: 1.35; padding: 6px 0; font-variant-numeric: tabular-nums; align-items: end; }}
.wb-form .wb-line .wb-line-facts {{ align-items: start; }}
.wb-form .wb-line-facts > span:not(:last-child) {{ text-align: right; }}
.wb-form .wb-line-facts > span:last-child {{ padding-left: 10px; }}
.wb-form .wb-line > button:hover {{ text-decoration: underline; }}
.wb-form .wb-open {{ border-left: 3px solid {look.LAYERS["next15"][0]}; padding: 10px 0 4px 14px; margin: 0 0 14px; }}
.wb-form .wb-conflict > * {{ flex: 1 1 20rem; border: 1px solid {look.LINE}; padding: 8px; margin: 4px; }}
.wb-form .wb-steps-row {{ gap: 4px; margin-bottom: 10px; }}
.wb-form .wb-steps-row > button {{ background: {look.WASH}; border-bottom: 3px solid transparent; height: auto; }}
.wb-form .wb-steps-row > .wb-step-open {{ font-weight: 600; border-bottom-color: {look.LAYERS["top5"][0]}; }}
.wb-form .wb-feedback {{ border-top: 1px solid {look.LINE}; margin-top: 8px; padding-top: 8px; font-size: 13px; }}
.wb-form .wb-feedback p, .wb-form .wb-feedback ul {{ margin: 0 0 4px; }}
.wb-form .wb-feedback .wb-score {{ font-weight: 600; }}
.wb-form .wb-feedback .wb-alarm {{ color: {look.ACCENT}; }}
.wb-form .wb-saving {{ flex-flow: row wrap; align-items: center; gap: 10px; min-height: 30px; }}
.wb-form .wb-saving > .widget-html:has(.wb-status:empty) {{ width: 0; margin: 0 -10px 0 0; }}
.wb-form .wb-saving > .wb-fold {{ flex: 1 1 auto; margin: 0; }}
.wb-form .wb-saving .wb-fold > button {{ width: auto; align-self: flex-start; background: transparent; font-weight: 400;
  font-size: 13px; height: 28px; line-height: 26px; padding: 0 10px; }}
.wb-form .wb-earlier {{ border-left: 3px solid {look.LINE}; padding: 0 0 4px 12px; margin: 4px 0 12px; }}
.wb-form .wb-earlier > button {{ align-self: flex-start; }}
.wb-form .wb-status {{ color: {look.INK_SOFT}; font-size: 13px; margin: 0; }}
.wb-form .wb-status-failed {{ color: {look.ACCENT}; font-weight: 600; }}
"""
STYLE_TAG = f"<style>{CSS}</style>"
