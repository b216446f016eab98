// The outlines as they are typed by what they hold, where JSON has plain texts and lists of numbers.
declare module 'world-atlas/countries-10m.json' {
	import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

	interface Named {
		name: string;
	}
	interface Outlines extends GeometryCollection<Named> {
		geometries: (Polygon<Named> | MultiPolygon<Named>)[];
	}
	const world: Topology<{ countries: Outlines }>;
	export default world;
}
