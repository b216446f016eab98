/** The label of a term; of what is none, such as the stand-in for a choice not made yet in a preview, the words themselves. */
export const labelOf = <Id extends string>(vocabulary: Readonly<Record<Id, { label: string }>>, id: Id): string =>
	(vocabulary as Readonly<Record<string, { label: string }>>)[id]?.label ?? id;
