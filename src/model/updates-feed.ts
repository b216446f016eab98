/** The page of the updates, and their feed. */
export const UPDATES_ADDRESS = '/updates/';
export const UPDATES_FEED = { title: 'Updates on clusters and policy', address: `${UPDATES_ADDRESS}feed.xml` } as const;
