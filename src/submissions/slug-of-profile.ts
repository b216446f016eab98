/** The slug of the profile that a text names: `/clusters/a-b/`, a full address or `a-b`. */
export const slugOfProfile = (text: string): string | undefined =>
	/^(?:(?:.*\/)?clusters\/)?([a-z0-9]+(?:-[a-z0-9]+)*)\/?(?:[?#].*)?$/.exec(text.trim())?.[1];
