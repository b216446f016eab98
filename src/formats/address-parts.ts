/** The parts of a web address as it is shown: a line may break between them, after a dot or a slash. */
export const addressParts = (address: string): string[] => address.match(/[^./]+[./]*|^[./]+/g) ?? [address];
