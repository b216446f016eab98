import type { Dataset, WithContext } from 'schema-dts';
import { openCollections } from '../formats/entry-files.ts';
import { groupBy } from '../formats/group-by.ts';
import type { SiteSettings } from '../schemas/site.ts';
import { DATA_ADDRESS, type DataFile, type DataPart } from './data-files.ts';

/** The terms under which the data may be used (docs/decisions/2026-11-26-data-under-cc-by.md). */
export const LICENCE = {
	name: 'Creative Commons Attribution 4.0 International',
	short: 'CC BY 4.0',
	url: 'https://creativecommons.org/licenses/by/4.0/',
	/** As the EU’s data portals name it. */
	authority: 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0',
} as const;

/** The file with the catalogue. */
export const CATALOGUE_FILE = 'catalogue.jsonld';

/** Where a file of the data lies. */
export const fileAddress = ({ name }: Pick<DataFile, 'name'>): string => `${DATA_ADDRESS}${name}`;

/** What all the data is called, and what it is. */
export const describeData = ({ name, publisher }: SiteSettings) => ({
	title: `${name}: open data`,
	description: `Profiles of social economy clusters in Europe and what happens around them in European policy, each fact with its sources; published by ${publisher}.`,
});

/** Files by what they are part of, in order. */
export const byPart = (files: readonly DataFile[]): Map<DataPart, DataFile[]> => groupBy(files, ({ part }) => part);

const EU = 'http://publications.europa.eu/resource/authority';
/** How the EU’s list of file types calls a format. */
const fileTypes: Readonly<Record<string, string>> = { CSV: 'CSV', JSON: 'JSON', GeoJSON: 'GEOJSON', ZIP: 'ZIP' };

/** The data as a catalogue in the words of DCAT-AP 3, which data portals of the EU harvest. */
export function toCatalogue(settings: SiteSettings, at: string, files: readonly DataFile[], today: string): object {
	const full = (path: string) => new URL(path, at).href;
	const publisher = { '@id': settings.publisherUrl, '@type': 'foaf:Agent', 'foaf:name': settings.publisher };
	const english = (text: string) => ({ '@value': text, '@language': 'en' });
	const datasets = [...byPart(files)].map(([part, own]) => ({
		'@id': full(`${DATA_ADDRESS}#${partId(part)}`),
		'@type': 'dcat:Dataset',
		'dct:title': english(`${settings.name}: ${part.title.toLowerCase()}`),
		'dct:description': english(part.about),
		'dct:publisher': { '@id': settings.publisherUrl },
		'dct:accessRights': { '@id': `${EU}/access-right/PUBLIC` },
		'dct:language': { '@id': `${EU}/language/ENG` },
		'dct:spatial': { '@id': `${EU}/continent/EUROPE` },
		'dct:modified': { '@value': today, '@type': 'xsd:date' },
		'dcat:theme': [{ '@id': `${EU}/data-theme/SOCI` }, { '@id': `${EU}/data-theme/ECON` }],
		'dcat:keyword': ['social economy', 'cluster', 'social enterprise'].map(english),
		'dcat:landingPage': { '@id': full(DATA_ADDRESS) },
		'dcat:contactPoint': {
			'@type': 'vcard:Organization',
			'vcard:fn': settings.publisher,
			'vcard:hasURL': { '@id': full('/contact/') },
		},
		'dcat:distribution': own.map((file) => ({
			'@id': full(fileAddress(file)),
			'@type': 'dcat:Distribution',
			'dct:title': english(file.name),
			'dct:license': { '@id': LICENCE.authority },
			...(fileTypes[file.label] ? { 'dct:format': { '@id': `${EU}/file-type/${fileTypes[file.label]}` } } : {}),
			...(part.collection && file.label === 'JSON'
				? { 'dct:conformsTo': { '@id': full(`${DATA_ADDRESS}schema/${part.collection}.json`) } }
				: {}),
			'dcat:mediaType': { '@id': `http://www.iana.org/assignments/media-types/${file.type.replace(/;.*/, '')}` },
			'dcat:accessURL': { '@id': full(DATA_ADDRESS) },
			'dcat:downloadURL': { '@id': full(fileAddress(file)) },
			'dcat:byteSize': { '@value': String(file.bytes.length), '@type': 'xsd:nonNegativeInteger' },
		})),
	}));
	return {
		'@context': {
			dcat: 'http://www.w3.org/ns/dcat#',
			dct: 'http://purl.org/dc/terms/',
			foaf: 'http://xmlns.com/foaf/0.1/',
			vcard: 'http://www.w3.org/2006/vcard/ns#',
			xsd: 'http://www.w3.org/2001/XMLSchema#',
		},
		'@graph': [
			{
				'@id': full(`${DATA_ADDRESS}#catalogue`),
				'@type': 'dcat:Catalog',
				'dct:title': english(describeData(settings).title),
				'dct:description': english(describeData(settings).description),
				'dct:publisher': { '@id': settings.publisherUrl },
				'dct:license': { '@id': LICENCE.authority },
				'dct:language': { '@id': `${EU}/language/ENG` },
				'foaf:homepage': { '@id': full('/') },
				'dcat:dataset': datasets.map((dataset) => ({ '@id': dataset['@id'] })),
			},
			publisher,
			...datasets,
		],
	};
}

/** By which a part is found on the page of the data. */
export const partId = ({ title }: DataPart): string => title.toLowerCase().replaceAll(' ', '-');

/** The data as search engines for data sets read it. */
export function toDataset(
	settings: SiteSettings,
	at: string,
	files: readonly DataFile[],
	today: string,
): WithContext<Dataset> {
	const full = (path: string) => new URL(path, at).href;
	return {
		'@context': 'https://schema.org',
		'@type': 'Dataset',
		'@id': full(DATA_ADDRESS),
		name: describeData(settings).title,
		description: describeData(settings).description,
		url: full(DATA_ADDRESS),
		license: LICENCE.url,
		isAccessibleForFree: true,
		inLanguage: 'en',
		dateModified: today,
		spatialCoverage: { '@type': 'Place', name: 'Europe' },
		creator: { '@type': 'Organization', name: settings.publisher, url: settings.publisherUrl },
		distribution: files
			.filter(({ part }) => part.collection && openCollections.includes(part.collection))
			.map((file) => ({
				'@type': 'DataDownload',
				name: file.name,
				encodingFormat: file.type.replace(/;.*/, ''),
				contentUrl: full(fileAddress(file)),
				contentSize: `${file.bytes.length} B`,
			})),
	};
}
