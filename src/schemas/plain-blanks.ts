/** What slides and PDF files have for the end of a line: no form shows it, and no schema takes it. */
const ODD_BLANKS = /[\v\f\x85\u2028\u2029]/g;

/** A text with a blank wherever another program left a sign of its own between two lines. */
export const withPlainBlanks = (text: string): string => text.replace(ODD_BLANKS, ' ');
