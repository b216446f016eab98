/**
 * The words this site classifies with. Every list lives here once: schemas take their options from it,
 * pages their labels, the guide its definitions.
 */

import { keysOf, recordOf } from './keys-of.ts';

/** A term of a vocabulary: a stable id for files and addresses, a label and definition for readers. */
export interface Concept {
	label: string;
	definition: string;
	/** Where the definition comes from; without it, it is a choice of this directory. */
	source?: `http${string}`;
}

type Vocabulary = Record<string, Concept>;
type Source = NonNullable<Concept['source']>;

/** Concepts whose definitions come from one source. */
const from = <K extends string>(source: Source, concepts: Record<K, Omit<Concept, 'source'>>) =>
	recordOf(keysOf(concepts), (id): Concept => ({ ...concepts[id], source }));

const euclid2019 = 'https://euclidnetwork.eu/2019/07/the-potential-of-social-economy-clusters/';
const commissionWiki =
	'https://webgate.ec.europa.eu/fpfis/wikis/display/SEC/Clusters+of+Social+and+Ecological+Innovation';
const clusterPlatform = 'https://clustercollaboration.eu/social-economy';
const transitionPathway =
	'https://single-market-economy.ec.europa.eu/sectors/proximity-and-social-economy/transition-pathway_en?prefLang=el';

const expertGroups = 'http://ec.europa.eu/growth/sectors/social-economy/enterprises/expert-groups/';

/** What kind of cluster a profile describes. The choice is ours, from what the sources describe. */
export const clusterKinds = {
	csei: {
		label: 'Cluster of social and ecological innovation',
		definition: 'Named as a case of the GECES report on clusters of social and ecological innovation.',
		source: commissionWiki,
	},
	ptce: {
		label: 'Territorial pole of economic cooperation (PTCE)',
		definition: 'A pôle territorial de coopération économique, the form that French law has known since 2014.',
		source:
			'https://www.economie.gouv.fr/ess-lancement-ami-soutenir-developpement-poles-territoriaux-cooperation-economique',
	},
	'social-economy-cluster': {
		label: 'Social economy cluster',
		definition:
			'Social economy enterprises and their partners in one area that organise themselves to do more together.',
		source: clusterPlatform,
	},
	'impact-ecosystem': {
		label: 'Impact ecosystem',
		definition: 'An alliance of a city or region across business, public bodies, research, finance and civil society.',
	},
	'cooperative-network': {
		label: 'Cooperative network',
		definition: 'A group, consortium or federation that its member cooperatives or integration enterprises own.',
	},
	district: {
		label: 'District or shared place',
		definition: 'A quarter, building or site whose tenants cooperate because they share it.',
	},
	other: {
		label: 'Related structure',
		definition:
			'An umbrella body, incubator, intermediary or programme close to the idea, but not a cluster in the strict sense.',
	},
} as const satisfies Vocabulary;

/** How far a cluster has come, as its sources show it. */
export const stages = {
	emerging: { label: 'Emerging', definition: 'The sources describe it as being set up.' },
	active: {
		label: 'Active',
		definition: 'The sources describe it at work. The year beside it is that of the newest source.',
	},
	'on-hold': { label: 'On hold', definition: 'The sources describe its work as suspended.' },
	completed: { label: 'Completed', definition: 'A project with a fixed term, and the term is over.' },
	closed: { label: 'Closed', definition: 'It was wound up.' },
} as const satisfies Vocabulary;

/** How long ago a profile was checked; the settings say after how many months a state ends. */
export const checkStates = {
	fresh: { label: 'Checked in time', definition: 'The next check is not due yet.' },
	due: { label: 'Check due', definition: 'A new check is due, and not late yet.' },
	overdue: { label: 'Check overdue', definition: 'The new check is late: read with care.' },
} as const satisfies Vocabulary;

/** What members of a cluster share or obtain through it. */
export const services = {
	...from(euclid2019, {
		'pooled-resources': {
			label: 'Pooled resources',
			definition: 'Equipment, products or services that members hold and use in common.',
		},
		'knowledge-exchange': {
			label: 'Exchange of experience',
			definition: 'Members learn from each other and pass on what they know.',
		},
		'shared-workspaces': {
			label: 'Shared workspaces',
			definition: 'Premises that several members rent, run or own together.',
		},
		'group-purchasing': { label: 'Group purchasing', definition: 'Members buy goods or services together.' },
		'public-procurement': {
			label: 'Public procurement',
			definition: 'Help for members to sell to public bodies, or for public bodies to buy from them.',
		},
		'joint-tendering': {
			label: 'Joint tendering',
			definition: 'Members answer tenders and carry out contracts together.',
		},
		training: { label: 'Training', definition: 'Courses and coaching for members and their staff.' },
		'shared-jobs': { label: 'Shared jobs', definition: 'Members employ people together, or share staff.' },
		'joint-projects': { label: 'Joint projects', definition: 'Members set up and carry out projects together.' },
		finance: { label: 'Finance', definition: 'Funds of the cluster itself, or a way to investors and other funders.' },
	}),
	incubation: { label: 'Incubation', definition: 'Support for new social enterprises.' },
	advocacy: { label: 'Advocacy', definition: 'Members speak to public bodies with one voice.' },
} as const satisfies Vocabulary;

/** The subjects that readers choose by. The mapping from each cluster’s own words is ours. */
export const themes = {
	'work-integration': { label: 'Work integration', definition: 'Jobs for people who find it hard to get one.' },
	food: { label: 'Food and farming', definition: 'Growing, processing, selling and sharing food.' },
	'circular-economy': { label: 'Circular economy', definition: 'Reuse, repair, recycling and waste.' },
	culture: { label: 'Culture and creative work', definition: 'Arts, heritage, design and media.' },
	care: { label: 'Health and care', definition: 'Health, care at home, childcare and social services.' },
	education: { label: 'Education and training', definition: 'Teaching, vocational training and popular education.' },
	environment: { label: 'Energy and environment', definition: 'Renewable energy, nature and green services.' },
	mobility: { label: 'Mobility and transport', definition: 'Cycling, delivery and the movement of people and goods.' },
	housing: { label: 'Housing and building', definition: 'Housing, construction, renovation and renewal of places.' },
	tourism: { label: 'Tourism and hospitality', definition: 'Travel, catering and places to stay or eat.' },
	making: { label: 'Crafts and industry', definition: 'Crafts, textiles, manufacturing and materials.' },
	trade: { label: 'Trade and services', definition: 'Retail, business services and responsible consumption.' },
	digital: { label: 'Digital', definition: 'Digital technology, skills and services.' },
	finance: { label: 'Social finance', definition: 'Ethical banking and investment for impact.' },
	'local-development': {
		label: 'Local and rural development',
		definition: 'The life of an area, its villages and its residents.',
	},
	inclusion: {
		label: 'Inclusion and community',
		definition: 'Belonging, participation and support for people at the margin.',
	},
	'enterprise-support': {
		label: 'Support for social enterprise',
		definition: 'Help for social enterprises to start, grow and be heard.',
	},
	'cross-sector': { label: 'Across sectors', definition: 'Members come from many fields, none of which leads.' },
} as const satisfies Vocabulary;

const ecosystem = (label: string) =>
	({
		label,
		definition: `${label}: one of the 14 industrial ecosystems of EU industrial policy.`,
		source: transitionPathway,
	}) as const;

/** The 14 industrial ecosystems of EU industrial policy. */
export const industrialEcosystems = {
	'aerospace-defence': ecosystem('Aerospace and defence'),
	'agri-food': ecosystem('Agri-food'),
	construction: ecosystem('Construction'),
	'cultural-creative': ecosystem('Cultural and creative industries'),
	digital: ecosystem('Digital'),
	electronics: ecosystem('Electronics'),
	'energy-intensive': ecosystem('Energy-intensive industries'),
	'energy-renewables': ecosystem('Energy and renewables'),
	health: ecosystem('Health'),
	mobility: ecosystem('Mobility, transport and automotive'),
	'proximity-social-economy': ecosystem('Proximity and social economy'),
	retail: ecosystem('Retail'),
	textiles: ecosystem('Textiles'),
	tourism: ecosystem('Tourism'),
} as const satisfies Vocabulary;

const goal = (label: string) =>
	({
		label,
		definition: `Sustainable Development Goal of the United Nations: ${label}.`,
		source: 'https://sdgs.un.org/goals',
	}) as const;

/** The United Nations’ Sustainable Development Goals. */
export const sustainableDevelopmentGoals = {
	'sdg-1': goal('No poverty'),
	'sdg-2': goal('Zero hunger'),
	'sdg-3': goal('Good health and well-being'),
	'sdg-4': goal('Quality education'),
	'sdg-5': goal('Gender equality'),
	'sdg-6': goal('Clean water and sanitation'),
	'sdg-7': goal('Affordable and clean energy'),
	'sdg-8': goal('Decent work and economic growth'),
	'sdg-9': goal('Industry, innovation and infrastructure'),
	'sdg-10': goal('Reduced inequalities'),
	'sdg-11': goal('Sustainable cities and communities'),
	'sdg-12': goal('Responsible consumption and production'),
	'sdg-13': goal('Climate action'),
	'sdg-14': goal('Life below water'),
	'sdg-15': goal('Life on land'),
	'sdg-16': goal('Peace, justice and strong institutions'),
	'sdg-17': goal('Partnerships for the goals'),
} as const satisfies Vocabulary;

/** The social priorities that the GECES working group met most often. */
export const priorities = from(clusterPlatform, {
	'jobs-inclusion': { label: 'Jobs and inclusion', definition: 'Work and a place in society for everyone.' },
	'social-innovation': { label: 'Social innovation', definition: 'New answers to social needs.' },
	'local-development': { label: 'Local economic development', definition: 'A stronger economy in one area.' },
	'ecosystem-building': {
		label: 'A local social economy ecosystem',
		definition: 'Conditions in which social economy enterprises start and grow.',
	},
});

/** Who belongs to a cluster. The mapping from the sources’ wording is ours. */
export const memberKinds = {
	'social-enterprises': {
		label: 'Social enterprises',
		definition: 'Cooperatives, integration enterprises and other social businesses.',
	},
	companies: { label: 'Companies', definition: 'Businesses outside the social economy.' },
	'civil-society': { label: 'Civil society', definition: 'Associations, foundations and residents.' },
	'public-authorities': {
		label: 'Public authorities',
		definition: 'Municipalities, regions, ministries and their agencies.',
	},
	research: { label: 'Research and education', definition: 'Universities, schools and research centres.' },
	finance: { label: 'Finance', definition: 'Banks, funds and foundations that invest.' },
	'support-organisations': { label: 'Support organisations', definition: 'Federations, incubators and advice bodies.' },
} as const satisfies Vocabulary;

/** Legal form of the body that carries a cluster, broad enough to compare across countries. */
export const legalForms = {
	association: { label: 'Association', definition: 'A non-profit body of members.' },
	cooperative: { label: 'Cooperative', definition: 'An enterprise that its members own and run.' },
	consortium: { label: 'Consortium', definition: 'An enterprise formed by several enterprises.' },
	federation: { label: 'Federation', definition: 'A body whose members are organisations of one family.' },
	foundation: { label: 'Foundation', definition: 'A body bound to a purpose, without members.' },
	company: { label: 'Company', definition: 'A company with share capital or a community interest company.' },
	agreement: { label: 'Agreement', definition: 'A contract or memorandum; no body of its own.' },
	project: { label: 'Project', definition: 'A funded project that other bodies run.' },
	'public-body': { label: 'Public body', definition: 'Part of a municipality, region or state.' },
	other: { label: 'Other form', definition: 'A form that fits none of the others, or several at once.' },
} as const satisfies Vocabulary;

/** How far a cluster reaches. */
export const scopes = {
	local: { label: 'Local', definition: 'A town, a city or its surroundings.' },
	regional: { label: 'Regional', definition: 'A region or several neighbouring ones.' },
	national: { label: 'National', definition: 'A whole country.' },
	'cross-border': { label: 'Cross-border', definition: 'Parts of more than one country.' },
} as const satisfies Vocabulary;

/** How one cluster is tied to another; `back` says the same from the other one. */
export const relationKinds = {
	'part-of': { label: 'is part of', back: 'includes', definition: 'It belongs to the other one.' },
	'has-part': { label: 'includes', back: 'is part of', definition: 'The other one belongs to it.' },
	'member-of': { label: 'is a member of', back: 'has as a member', definition: 'It is a member of the other one.' },
	partner: { label: 'is a partner of', back: 'is a partner of', definition: 'Both work together.' },
	'succeeded-by': {
		label: 'was succeeded by',
		back: 'took over from',
		definition: 'The other one carries on its work.',
	},
	'grew-from': { label: 'grew from', back: 'led to', definition: 'The other one was its origin.' },
} as const satisfies Record<string, Concept & { back: string }>;

/** What an update reports. */
export const updateKinds = {
	meeting: { label: 'Meeting', definition: 'A meeting was held.' },
	report: { label: 'Report', definition: 'A report or a piece of work came out.' },
	consultation: { label: 'Consultation', definition: 'Somebody asked for views, or gave them.' },
	milestone: { label: 'Milestone', definition: 'A step in policy was taken.' },
} as const satisfies Vocabulary;

/** Which body meets. */
export const meetingGroups = {
	geces: { label: 'GECES', definition: 'The whole expert group.' },
	clusters: {
		label: 'Working group on clusters',
		definition: 'The GECES working group on clusters and similar forms of cooperation.',
	},
} as const satisfies Vocabulary;

/** The lanes of the timeline. */
export const milestoneLanes = {
	group: { label: 'Expert group', definition: 'What GECES itself did, and who joined it.' },
	clusters: { label: 'Clusters', definition: 'Steps that are about clusters.' },
	eu: { label: 'EU policy', definition: 'What EU institutions and European networks did.' },
	countries: { label: 'In countries', definition: 'What single countries did.' },
} as const satisfies Vocabulary;

/** What a meeting was about. The choice is ours, from what the meetings on record dealt with. */
export const meetingTopics = {
	clusters: {
		label: 'Clusters',
		definition: 'Clusters of the social economy and similar ways for businesses to cooperate.',
	},
	'action-plan': {
		label: 'The action plan',
		definition: 'The European action plan for the social economy: calls for it, preparation and follow-up.',
	},
	framework: {
		label: 'Law and framework conditions',
		definition: 'Law, State aid and what governments do for the social economy.',
	},
	finance: { label: 'Finance', definition: 'Access to finance, investment and the budget of the EU.' },
	recovery: {
		label: 'COVID-19 and recovery',
		definition: 'What the pandemic meant for social enterprises, and help to recover from it.',
	},
	skills: { label: 'Skills', definition: 'What people learn for their work, such as the Pact for Skills.' },
	business: {
		label: 'Business and industry',
		definition: 'Cooperation with ordinary business, and industrial policy.',
	},
	research: {
		label: 'Research and mapping',
		definition: 'Studies of social enterprises, and overviews of where they are.',
	},
	'group-work': { label: 'How the group works', definition: 'The tasks, members and working methods of GECES itself.' },
} as const satisfies Vocabulary;

/** How an organisation sits in GECES. */
export const organisationKinds = {
	private: {
		label: 'Private sector',
		definition: 'Chosen through a public call for applications.',
		source: expertGroups,
	},
	public: {
		label: 'Public sector',
		definition: 'A government or public authority, invited directly.',
		source: expertGroups,
	},
	observer: {
		label: 'Observers',
		definition: 'Took part, or was foreseen to take part, without being a member.',
		source: euclid2019,
	},
} as const satisfies Vocabulary;

/** The steps in the life of a point that members raised. */
export const pointSteps = {
	received: { label: 'Received', definition: 'Your answer reaches us.' },
	summarised: { label: 'Summarised', definition: 'We write the point into the summary of a call.' },
	raised: { label: 'Raised in GECES', definition: 'We bring the point to a meeting of the expert group.' },
	reflected: { label: 'Taken up in a decision', definition: 'A decision or a document says what the point asks for.' },
	'not-taken': { label: 'Not taken up', definition: 'The point is not taken up, and we say why.' },
} as const satisfies Vocabulary;

/** What a member can send, and who sees it besides those who read it. */
export const submissionKinds = {
	view: {
		label: 'View or example',
		definition: 'An answer to a call for views.',
		seen: 'Everyone sees a summary of all answers. We quote you only if you allow it.',
	},
	proposal: {
		label: 'Proposal',
		definition: 'A cluster that the directory lacks.',
		seen: 'Everyone sees what we take up and, if you give it, the name of your organisation.',
	},
	correction: {
		label: 'Correction',
		definition: 'A fact of a profile that is wrong or missing.',
		seen: 'Everyone sees what we take up, and how you know it.',
	},
	message: {
		label: 'Message',
		definition: 'Anything else, sent through the contact form.',
		seen: 'It is not published.',
	},
} as const satisfies Record<string, Concept & { seen: string }>;

/** How far something has come that a member sent. */
export const receiptStates = {
	received: { label: 'Received', definition: 'It has reached us and waits to be read.' },
	'being-checked': { label: 'Being checked', definition: 'An editor works on it.' },
	published: { label: 'Published', definition: 'A profile was added or changed.' },
	'taken-up': { label: 'Taken up', definition: 'It is part of a point that we follow.' },
	answered: { label: 'Answered', definition: 'We wrote back, or did what was asked.' },
	'not-taken': { label: 'Not taken up', definition: 'We decided against it; the reason is given.' },
} as const satisfies Vocabulary;
