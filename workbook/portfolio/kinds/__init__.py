"""Everything that can be wrong with an export: one `ProblemKind` for each rule, in the order of the work.

`files` (can it be opened), `tables` (rows and columns), `headers` (what the columns mean), `values` (what the cells
say), `lines` (transactions).
"""
