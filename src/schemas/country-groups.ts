import { countries, euMembers, type CountryCode } from './countries.ts';
import { keysOf } from './keys-of.ts';
import type { Concept } from './vocabularies.ts';

/** Countries that people ask for together. */
export interface CountryGroup extends Concept {
	/** Those of the list that it holds, by the order of their names. */
	members: readonly CountryCode[];
	/** Where it is stated who belongs to it. */
	source: `http${string}`;
}

const euroVoc =
	'https://op.europa.eu/en/web/eu-vocabularies/concept-scheme/-/resource?uri=http://eurovoc.europa.eu/100277';

/** The members as the pages list countries: by name. */
const inOrder = (codes: readonly string[]): CountryCode[] => keysOf(countries).filter((code) => codes.includes(code));

const group = (label: string, source: CountryGroup['source'], definition: string, codes: string): CountryGroup => ({
	label,
	source,
	definition,
	members: inOrder(codes.split(' ')),
});

/** The parts of Europe as the EU’s thesaurus has them. A country lies in one of them at most. */
export const partsOfEurope = {
	'southern-europe': group(
		'Southern Europe',
		euroVoc,
		'Southern Europe as EuroVoc, the EU’s thesaurus, divides it.',
		'CY ES GR IT MT PT',
	),
	'western-europe': group(
		'Western Europe',
		euroVoc,
		'Western Europe as EuroVoc, the EU’s thesaurus, divides it.',
		'AT BE CH DE FR GB IE LI LU NL',
	),
	'northern-europe': group(
		'Northern Europe',
		euroVoc,
		'Northern Europe as EuroVoc, the EU’s thesaurus, divides it.',
		'DK EE FI IS LT LV NO SE',
	),
	'central-and-eastern-europe': group(
		'Central and Eastern Europe',
		euroVoc,
		'Central and Eastern Europe as EuroVoc, the EU’s thesaurus, divides it.',
		'AL BA BG CZ HR HU MD ME MK PL RO RS SI SK UA',
	),
} as const satisfies Record<string, CountryGroup>;

/** Groups that countries made, or that the EU names: a country may lie in several. */
export const unionsOfCountries = {
	eu: {
		label: 'European Union',
		source: 'https://european-union.europa.eu/principles-countries-history/eu-countries_en',
		definition: 'The member states of the European Union.',
		members: inOrder([...euMembers]),
	},
	candidates: group(
		'Candidates for the EU',
		'https://enlargement.ec.europa.eu/enlargement-policy_en',
		'Countries that the European Council made candidates for membership.',
		'AL BA MD ME MK RS TR UA',
	),
	nordic: group(
		'Nordic countries',
		'https://www.norden.org/en/information/official-nordic-co-operation',
		'The states of the Nordic Council.',
		'DK FI IS NO SE',
	),
	baltic: group('Baltic states', 'https://www.baltasam.org/', 'The states of the Baltic Assembly.', 'EE LT LV'),
	benelux: group(
		'Benelux',
		'https://www.benelux.int/en/benelux-union/about-the-benelux/',
		'The states of the Benelux Union.',
		'BE LU NL',
	),
	visegrad: group(
		'Visegrád countries',
		'https://www.visegradgroup.eu/about',
		'The states of the Visegrád Group.',
		'CZ HU PL SK',
	),
	'western-balkans': group(
		'Western Balkans',
		'https://enlargement.ec.europa.eu/enlargement-policy_en',
		'The Western Balkans as the European Commission counts them, as far as they are countries of this list.',
		'AL BA ME MK RS',
	),
} as const satisfies Record<string, CountryGroup>;

/** All groups of countries, by the id that stands in addresses. */
export const countryGroups: Readonly<
	Record<keyof typeof partsOfEurope | keyof typeof unionsOfCountries, CountryGroup>
> = { ...partsOfEurope, ...unionsOfCountries };
