/** What Decap begins the names of branches with on which drafts wait. */
export const DRAFT_BRANCHES = 'cms/';

/** The branch on which the draft of an entry waits: `cms/clusters/act-group`. */
export const draftBranch = (collection: string, slug: string): string => `${DRAFT_BRANCHES}${collection}/${slug}`;
