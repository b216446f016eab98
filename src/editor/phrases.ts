import type { Phrases } from 'decap-cms-locales';
import { problemsOf } from './checked-control.ts';
import type { DecapGroup } from './entry-values.ts';

/** What Decap says in words of its own, and we in ours. */
const ourPhrases: Phrases = {
	app: { header: { start: 'To do' } },
	ui: {
		toast: {
			entrySavedDraft:
				'Entry saved as a draft: no reader sees it. Press Publish, or let a colleague look: Status › In review.',
			entryPublished: 'Entry published. Readers see it once the site is built again, within minutes.',
			entrySavedReady: 'Entry saved. The draft is still ready, also with this change.',
			entrySavedUnfinished: 'Entry saved, unfinished: what is to be mended stands above the form.',
			notPublishedUnfinished: 'Not published: it is unfinished. What is to be mended stands above the form.',
			onFailToLoadEntries: 'Not opened. %{details}',
			onFailToLoadDeployPreview: 'No preview. %{details}',
			onFailToPersist: 'Not saved. %{details}',
			onFailToDelete: 'Not deleted. %{details}',
			onFailToUpload: 'Not uploaded. %{details}',
			onFailToUpdateStatus: 'The state is as it was. %{details}',
			onFailToPublishEntry: 'Not published yet. %{details}',
			onFailToUnpublishEntry: 'Not taken off the site. %{details}',
		},
	},
	editor: {
		editor: {
			onLeavePage: 'You have not saved what you wrote here. If you leave now, it is lost.',
			onUpdatingWithUnsavedChanges: 'Save first: the state is that of the draft as it was saved.',
			onPublishingWithUnsavedChanges: 'Save first: what is published is the draft as it was saved.',
			onUnpublishing: 'Take this off the site? It becomes a draft again, and its address leads nowhere meanwhile.',
			onDeleteWithUnsavedChanges: 'Delete this entry, and what you have not saved? This acts at once.',
			onDeletePublishedEntry:
				'Delete this entry? This acts at once, without review, and its address leads nowhere then.',
			onDeleteUnpublishedChangesWithUnsavedChanges:
				'Throw this draft away, and what you have not saved? What is published stays.',
			onDeleteUnpublishedChanges: 'Throw this draft away? What is published stays.',
			confirmLoadBackup: 'Your browser kept what was written here and not saved. Go on with it?',
		},
		editorControlPane: {
			widget: {
				required: '%{fieldLabel} is missing.',
				rangeMin: '%{fieldLabel} needs at least %{minCount}.',
				rangeMax: '%{fieldLabel} takes at most %{maxCount}.',
				rangeCount: '%{fieldLabel} takes %{minCount} to %{maxCount}.',
				rangeCountExact: '%{fieldLabel} takes %{count}.',
			},
		},
		editorWidgets: {
			// Editors fill in days, no times.
			datetime: { now: 'Today', setToNow: 'Set %{fieldLabel} to today' },
		},
	},
	// The name that is heard must hold the one that is seen.
	collection: {
		collectionTop: { newButton: 'New %{collectionLabel}', newButtonAriaLabel: 'New %{collectionLabel}' },
	},
	mediaLibrary: {
		mediaLibrary: { onDelete: 'Delete this picture? This acts at once, without review.' },
	},
	workflow: {
		workflow: { newPost: 'New entry' },
		workflowList: {
			onDeleteEntry: 'Throw this draft away? What is published stays.',
			onPublishingNotReadyEntry: 'Only a draft that is ready can be published. Drag its card to “Ready” first.',
		},
	},
};

/** Phrases with some of them exchanged. */
const phrased = (phrases: Phrases, ours: Phrases): Phrases => ({
	...phrases,
	...Object.fromEntries(
		Object.entries(ours).map(([place, phrase]) => {
			const theirs = phrases[place];
			return [place, typeof phrase === 'object' && typeof theirs === 'object' ? phrased(theirs, phrase) : phrase];
		}),
	),
});

/** Decap’s phrases, with ours in the place of some. */
export const inOurWords = (phrases: Phrases): Phrases => phrased(phrases, ourPhrases);

/** What is said of a draft that was saved: `before` is the draft as it was, if there was one. */
export function savedPhrase(entry: DecapGroup, before: DecapGroup | undefined): string {
	if (problemsOf(entry).length > 0) return 'ui.toast.entrySavedUnfinished';
	return before?.get('status') === 'pending_publish' ? 'ui.toast.entrySavedReady' : 'ui.toast.entrySavedDraft';
}
