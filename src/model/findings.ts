import type { Site } from './site.ts';

/** What the working group on clusters found: the page of the guide that tells it, and the step at which its report came. */
export const findingsOf = ({ guide, milestones }: Pick<Site, 'guide' | 'milestones'>) => ({
	page: guide.find(({ id }) => id === 'what-the-working-group-found'),
	report: milestones.find(({ id }) => id === '2022-03-01-report-on-clusters-announced'),
});
