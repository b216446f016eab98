/** The label of issues that hold what an editor has to put in by hand. */
export const NOTE_LABEL = 'submission';
