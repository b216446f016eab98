import { relatedFinder, type RelatedCluster } from '../model/related-clusters.ts';
import type { PreviewSite, Shown } from './preview-site.ts';

type Finder = (cluster: Shown<'clusters'>) => RelatedCluster<Shown<'clusters'>>[];

const finders = new WeakMap<PreviewSite, Finder>();

/** Answers which profiles of a site are like one. Sorting ten thousand takes a second, so it is done once for a site. */
export function relatedFinderIn(site: PreviewSite): Finder {
	const finder = finders.get(site) ?? relatedFinder(site.clusters);
	finders.set(site, finder);
	return finder;
}
