import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';

/** What is changed in a file of Decap’s core, or of what its widgets share. */
interface Mend {
	/** What it imports from the editor: names by file. */
	imports?: Record<string, string>;
	/** What stands there, as often as it does, and what is to stand there. */
	changes: [from: string, to: string][];
}

/** No window of the browser asks: it blocks the page, has no words of ours, and knows no third answer. */
const asking = {
	'ask.ts': 'ask, tell',
	'confirm-publishing.ts': 'confirmPublishing',
	'kept-references.ts': 'mayBeDeleted',
	'rejecting.ts': 'confirmThrowingAway',
};

/** An entry that has problems is refused by the editor itself, which knows whether saving would publish it. */
const NO_EARLY_RETURN: [string, string] = [
	`
    if (!fieldsErrors.isEmpty()) {
      const hasPresenceErrors = fieldsErrors.some(errors => errors.some(error => error.type && error.type === ValidationErrorTypes.PRESENCE));
      if (hasPresenceErrors) {
        dispatch(addNotification({
          message: {
            key: 'ui.toast.missingRequiredField'
          },
          type: 'error',
          dismissAfter: 8000
        }));
      }
      return Promise.reject();
    }`,
	'',
];

/** Faults of Decap that nothing outside of it can mend, by the file in which they are. */
const mends: Record<string, Mend> = {
	'components/Editor/Editor.js': {
		imports: asking,
		changes: [
			// A backup that is offered before the entry has come is replaced by it: decaporg/decap-cms#5055.
			[
				`retrieveLocalBackup(collection, slug);
    if (newEntry) {
      createEmptyDraft(collection, this.props.location.search);
    } else {
      loadEntry(collection, slug);
    }`,
				`const opened = newEntry ? createEmptyDraft(collection, this.props.location.search) : loadEntry(collection, slug);
    void Promise.resolve(opened).then(() => retrieveLocalBackup(collection, slug));`,
			],
			[
				`const confirmLoadBackup = window.confirm(this.props.t('editor.editor.confirmLoadBackup'));
      if (confirmLoadBackup) {
        this.props.loadLocalBackup();
      } else {
        this.deleteBackup();
      }`,
				`void ask(this.props.t('editor.editor.confirmLoadBackup'), 'Go on with it', 'Throw it away').then((isWanted) =>
        isWanted ? this.props.loadLocalBackup() : this.deleteBackup(),
      );`,
			],
			// Loaded anew, the form would lose what was typed while it was being saved.
			[
				`await persistEntry(collection);
    this.deleteBackup();`,
				`await persistEntry(collection);
    if (store.getState().entryDraft.get('hasChanged')) return;
    this.deleteBackup();`,
			],
			// A new entry goes to its own address also with what was typed meanwhile, and whoever leaves it later is asked.
			[
				"isPersisting && newRecord && this.props.location.pathname === newEntryPath && action === 'PUSH'",
				"this.props.location.pathname === newEntryPath && location.pathname.startsWith(`/collections/${collection.get('name')}/entries/`) && action === 'REPLACE'",
			],
			[
				`this.deleteBackup();
      unblock();`,
				`this.deleteBackup();
      if (pathname.startsWith(entriesPath)) return;
      unblock();`,
			],
			// Two seconds of typing are more than anybody wants to write again.
			['}, 2000);', '}, 250);'],
			// Who may publish may say that it is ready, and is asked about both at once.
			[
				`if (currentStatus !== status.last()) {
      window.alert(t('editor.editor.onPublishingNotReady'));
      return;
    } else if (`,
				'if (',
			],
			['window.alert(', 'void tell('],
			[
				"!window.confirm(t('editor.editor.onPublishing'))",
				"!(await confirmPublishing(entryDraft.get('entry').set('status', currentStatus), currentBackend(store.getState().config)))",
			],
			[
				"!window.confirm(t('editor.editor.onUnpublishing'))",
				"!(await ask(t('editor.editor.onUnpublishing'), 'Take it off'))",
			],
			// Nobody is asked about what cannot be deleted.
			[
				'handleDeleteEntry = () => {',
				`handleDeleteEntry = async () => {
    if (!(await mayBeDeleted(this.props.entryDraft.get('entry'), currentBackend(store.getState().config)))) return;`,
			],
			[
				"!window.confirm(t('editor.editor.onDeleteWithUnsavedChanges'))",
				"!(await ask(t('editor.editor.onDeleteWithUnsavedChanges'), 'Delete'))",
			],
			[
				"!window.confirm(t('editor.editor.onDeletePublishedEntry'))",
				"!(await ask(t('editor.editor.onDeletePublishedEntry'), 'Delete'))",
			],
			[
				`entryDraft.get('hasChanged') && !window.confirm(t('editor.editor.onDeleteUnpublishedChangesWithUnsavedChanges'))) {
      return;
    } else if (!window.confirm(t('editor.editor.onDeleteUnpublishedChanges'))`,
				`!(await confirmThrowingAway(entryDraft.get('entry'), currentBackend(store.getState().config), t(entryDraft.get('hasChanged') ? 'editor.editor.onDeleteUnpublishedChangesWithUnsavedChanges' : 'editor.editor.onDeleteUnpublishedChanges')))`,
			],
			[
				"import EditorInterface from './EditorInterface';",
				"import EditorInterface from './EditorInterface';\nimport { currentBackend } from '../../backend';\nimport { store } from '../../redux';",
			],
		],
	},
	// Lines of lists show dates as people write them.
	'stringTemplate.js': {
		imports: { 'shown-date.ts': 'shownDate' },
		changes: [['(str, match) => dayjs(str).format(match[1])', 'shownDate']],
	},
	'components/Workflow/WorkflowList.js': {
		imports: asking,
		changes: [
			[
				"import WorkflowCard from './WorkflowCard';",
				"import WorkflowCard from './WorkflowCard';\nimport { currentBackend } from '../../backend';\nimport { store } from '../../redux';",
			],
			["body: entry.getIn(['data', 'body']),", 'entry, backend: currentBackend(store.getState().config),'],
			[
				"requestDelete = (collection, slug, ownStatus) => {\n    if (window.confirm(this.props.t('workflow.workflowList.onDeleteEntry')))",
				"requestDelete = async (collection, slug, ownStatus, entry) => {\n    if (await confirmThrowingAway(entry, currentBackend(store.getState().config), this.props.t('workflow.workflowList.onDeleteEntry')))",
			],
			[
				'this.requestDelete.bind(this, collectionName, slug, ownStatus)',
				'this.requestDelete.bind(this, collectionName, slug, ownStatus, entry)',
			],
			['requestPublish = (collection, slug, ownStatus)', 'requestPublish = async (collection, slug, ownStatus, entry)'],
			[
				'this.requestPublish.bind(this, collectionName, slug, ownStatus)',
				'this.requestPublish.bind(this, collectionName, slug, ownStatus, entry)',
			],
			['window.alert(', 'void tell('],
			[
				"!window.confirm(this.props.t('workflow.workflowList.onPublishEntry'))",
				'!(await confirmPublishing(entry, currentBackend(store.getState().config)))',
			],
		],
	},
	'routing/history.js': {
		imports: { 'ask.ts': 'ask' },
		changes: [
			[
				'createHashHistory()',
				"createHashHistory({ getUserConfirmation: (message, done) => void ask(message, 'Leave', 'Stay').then(done) })",
			],
		],
	},
	// The editor begins with what needs doing.
	'components/App/App.js': {
		imports: { 'start-page.ts': 'StartPage' },
		changes: [
			[
				`from: "/",
            to: defaultPath
          })`,
				`from: "/",
            to: "/start"
          }), _jsx(Route, {
            path: "/start",
            render: () => _jsx(StartPage, { backend: currentBackend(config), collections, hasWorkflow })
          })`,
			],
		],
	},
	'components/App/Header.js': {
		changes: [
			[
				`_jsx("li", {
              children: _jsxs(AppHeaderNavLink, {
                to: "/",`,
				`_jsx("li", {
              children: _jsxs(AppHeaderNavLink, {
                to: "/start",
                activeClassName: "header-link-active",
                children: [_jsx(Icon, {
                  type: "check"
                }), t('app.header.start')]
              })
            }), _jsx("li", {
              children: _jsxs(AppHeaderNavLink, {
                to: "/collections/clusters",`,
			],
		],
	},
	// A card says what its draft is and changes.
	'components/Workflow/WorkflowCard.js': {
		imports: { 'draft-facts.ts': 'CardFacts' },
		changes: [
			['  body,\n  isModification,', '  entry,\n  backend,\n  isModification,'],
			['_jsx(CardBody, {\n        children: body\n      })', '_jsx(CardFacts, { entry, backend })'],
		],
	},
	// All that is wrong stands above the form, and goes from there and from the fields when it is mended.
	'components/Editor/EditorControlPane/EditorControlPane.js': {
		imports: {
			'problem-summary.ts': 'hasProblems, ProblemSummary',
			'draft-facts.ts': 'FormFacts',
			'history-details.ts': 'HistoryDetails',
			'rare-fields.ts': 'withRareFolded',
		},
		changes: [
			[
				"import EditorControl from './EditorControl';",
				"import EditorControl from './EditorControl';\nimport { currentBackend } from '../../../backend';\nimport { store } from '../../../redux';",
			],
			[
				'selectedLocale: this.props.locale\n',
				'selectedLocale: this.props.locale,\n    isAsked: false,\n    stops: 0\n',
			],
			[
				'  validate = async () => {',
				`  componentDidUpdate(before) {
    const isTold = this.state.isAsked || !this.props.fieldsErrors.isEmpty();
    if (!isTold || before.entry.get('data') === this.props.entry.get('data')) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.checkFields, 300);
  }
  componentWillUnmount() {
    clearTimeout(this.timer);
  }
  validate = (stops = true) => {
    this.checkFields();
    const stopped = stops && hasProblems(this.props.entry);
    this.setState(({ stops }) => ({ isAsked: true, stops: stopped ? stops + 1 : stops }));
    return !stopped;
  };
  putInto = values => {
    for (const field of this.props.fields) {
      if (values.has(field.get('name'))) this.onChange(field, values.get(field.get('name')));
    }
    this.setState(({ restored }) => ({ restored: restored + 1 }));
  };
  checkFields = () => {`,
			],
			[
				"fields.filter(f => f.get('widget') !== 'hidden').map((field, i) => {",
				"withRareFolded(fields.filter(f => f.get('widget') !== 'hidden'), (field, i) => {",
			],
			// Controls keep to themselves how many items a list has.
			['`${locale}_${i}` : i', '`${locale}_${i}` : `${this.state.restored}_${i}`'],
			[
				'children: [locales && _jsxs(LocaleRowWrapper',
				"children: [_jsx(ProblemSummary, { entry, isAsked: this.state.isAsked, stops: this.state.stops, goTo: path => (this.setState({ isAsked: true }), this.checkFields(), this.focus(path)) }), _jsx(FormFacts, { entry, backend: currentBackend(store.getState().config), onChange: (name, value) => this.onChange(fields.find(field => field.get('name') === name), value) }), _jsx(HistoryDetails, { entry, backend: currentBackend(store.getState().config), hasUnsaved: () => store.getState().entryDraft.get('hasChanged'), putInto: this.putInto }), locales && _jsxs(LocaleRowWrapper",
			],
		],
	},
	'components/Editor/EditorToolbar.js': {
		changes: [
			// It is not taken off the site while a change is being saved.
			[
				"isPersisting ? t('editor.editorToolbar.unpublishing')",
				"isPersisting && !this.props.hasChanged ? t('editor.editorToolbar.unpublishing')",
			],
			// Nothing is saved of a form in which nobody wrote yet.
			[
				"children: t('editor.editorToolbar.changesSaved')",
				"children: this.props.isNewEntry ? null : t('editor.editorToolbar.changesSaved')",
			],
		],
	},
	// The field is called “Search all”.
	'components/Collection/CollectionSearch.js': {
		changes: [["return collection ? collections.keySeq().indexOf(collection.get('name')) : -1;", 'return -1;']],
	},
	'components/Editor/EditorInterface.js': {
		changes: [
			[
				'this.controlPaneRef.validate();\n    this.props.onPersist',
				'this.controlPaneRef.validate(!this.props.hasWorkflow);\n    this.props.onPersist',
			],
			[
				'this.controlPaneRef.validate();\n    this.props.onPublish',
				`if (!this.controlPaneRef.validate()) {
      store.dispatch(addNotification({ message: { key: 'ui.toast.notPublishedUnfinished' }, type: 'error', dismissAfter: 8000 }));
      return;
    }
    this.props.onPublish`,
			],
			['onPublish: onPublish,', 'onPublish: () => this.handleOnPublish(),'],
			[
				"import EditorToolbar from './EditorToolbar';",
				"import EditorToolbar from './EditorToolbar';\nimport { addNotification } from '../../actions/notifications';\nimport { store } from '../../redux';",
			],
		],
	},
	'actions/entries.js': { changes: [NO_EARLY_RETURN] },
	// What happens before an entry is saved asks for what is published.
	'backend.js': {
		changes: [['        entry,\n        author: {', '        entry,\n        backend: this,\n        author: {']],
	},
	'actions/editorialWorkflow.js': {
		imports: { 'phrases.ts': 'savedPhrase' },
		changes: [
			['        dispatch(loadEntry(collection, slug));', '        await dispatch(loadEntry(collection, slug));'],
			NO_EARLY_RETURN,
			[
				"key: 'ui.toast.entrySaved'",
				"key: savedPhrase(entry, selectUnpublishedEntry(state, collection.get('name'), entry.get('slug')))",
			],
		],
	},
	'components/Collection/Collection.js': {
		imports: { 'several-details.ts': 'SeveralDetails' },
		changes: [
			[
				'export class Collection extends Component {',
				`import { currentBackend } from '../../backend';
import { store } from '../../redux';
import { EDITORIAL_WORKFLOW } from '../../constants/publishModes';
export class Collection extends Component {`,
			],
			[
				`            filter: filter,
            group: group
          })]`,
				`            filter: filter,
            group: group
          }), _jsx(SeveralDetails, {
            collection: collection.get('name'),
            backend: currentBackend(store.getState().config),
            hasWorkflow: store.getState().config.publish_mode === EDITORIAL_WORKFLOW
          }, collection.get('name'))]`,
			],
		],
	},
	// A form knows the state that its draft had when it was opened, and would show that again after each save.
	'reducers/editorialWorkflow.js': {
		imports: { 'first-save.ts': 'asFirstDraft' },
		changes: [
			// What is published has no draft because it is being saved, or could not be.
			...['true', 'false'].map((isPersisting): [string, string] => [
				`return state.setIn(['entities', \`\${action.payload.collection}.\${action.payload.slug}\`, 'isPersisting'], ${isPersisting});`,
				`return state.updateIn(['entities', \`\${action.payload.collection}.\${action.payload.slug}\`], entry => entry && entry.set('isPersisting', ${isPersisting}));`,
			]),
			[
				'fromJS(action.payload.entry));\n        map.deleteIn(',
				`asFirstDraft(action.payload.entry.set('status', state.getIn(['entities', \`\${action.payload.collection}.\${action.payload.entry.get('slug')}\`, 'status']))));
        map.deleteIn(`,
			],
		],
	},
	// What is typed while a draft is being saved is not saved yet.
	'reducers/entryDraft.js': {
		imports: { 'first-save.ts': 'afterFirstSave, asFirstDraft' },
		changes: [
			[
				`      // Existing Entry
      return`,
				`      const kept = afterFirstSave(state, action.payload.entry);
      if (kept) return kept;
      return`,
			],
			[
				"return state.deleteIn(['entry', 'isPersisting']);",
				"return state.deleteIn(['entry', 'isPersisting']).delete('sent');",
			],
			[
				"return state.setIn(['entry', 'isPersisting'], true);",
				"return state.setIn(['entry', 'isPersisting'], true).set('sent', state.getIn(['entry', 'data']));",
			],
			[
				`state.set('hasChanged', false);
        if (!state`,
				`state.set('hasChanged', !state.getIn(['entry', 'data']).equals(state.get('sent')));
        if (action.type === UNPUBLISHED_ENTRY_PERSIST_SUCCESS) state.update('entry', asFirstDraft);
        if (!state`,
			],
		],
	},
	'actions/notifications.js': {
		imports: { 'plain-words.ts': 'withPlainDetails' },
		changes: [
			['payload: notification\n', 'payload: { ...notification, message: withPlainDetails(notification.message) }\n'],
		],
	},
	// A picture takes the place of another by being saved there: until then nothing is removed, neither where it is
	// refused nor where the entry that it is for is still a draft.
	'actions/mediaLibrary.js': {
		imports: { 'ask.ts': 'ask' },
		changes: [
			// Decap’s own makes nothing of names such as con.png, and keeps dots that no entry can write.
			[
				'const fileName = sanitizeSlug(file.name.toLowerCase(), state.config.slug);',
				'const fileName = getMediaProcessingFileName(file.name);',
			],
			[
				`      if (!window.confirm(\`\${existingFile.name} already exists. Do you want to replace it?\`)) {
        return;
      } else {
        await dispatch(deleteMedia(existingFile, {
          privateUpload
        }));
      }`,
				`      if (!(await ask(\`There is a picture \${existingFile.name} already. Put this one in its place, wherever it is shown?\`, 'Replace it'))) return;
      try {
        await getMediaFilesForUpload({ file, path: fileName, config: state.config, field });
      } catch (details) {
        return dispatch(addNotification({ message: { key: 'ui.toast.onFailToUpload', details }, type: 'error', dismissAfter: 8000 })) && undefined;
      }
      dispatch(removeAsset(existingFile.path));
      dispatch(editingDraft ? removeDraftEntryMediaFile({ id: existingFile.id }) : mediaDeleted(existingFile));`,
			],
			['message: `Failed to persist media: ${error}`', "message: { key: 'ui.toast.onFailToUpload', details: error }"],
			[
				'message: `Failed to delete media: ${error.message}`',
				"message: { key: 'ui.toast.onFailToDelete', details: error }",
			],
		],
	},
	'components/MediaLibrary/MediaLibrary.js': {
		imports: { 'ask.ts': 'ask' },
		changes: [
			// What was not uploaded cannot be chosen.
			[
				`await persistMedia(file, {
        privateUpload,
        field
      });
      this.setState({
        isPersisted: true
      });`,
				`const done = await persistMedia(file, { privateUpload, field });
      this.setState({ isPersisted: Boolean(done) && done.type !== 'MEDIA_PERSIST_FAILURE' });`,
			],
			['handleDelete = () => {', 'handleDelete = async () => {'],
			[
				"!window.confirm(t('mediaLibrary.mediaLibrary.onDelete'))",
				"!(await ask(t('mediaLibrary.mediaLibrary.onDelete'), 'Delete'))",
			],
		],
	},
	// Whoever deletes or replaces a picture sees where it is shown.
	'components/MediaLibrary/MediaLibraryTop.js': {
		imports: { 'picture-use.ts': 'PictureUse' },
		changes: [
			[
				"import MediaLibraryHeader from './MediaLibraryHeader';",
				"import MediaLibraryHeader from './MediaLibraryHeader';\nimport { currentBackend } from '../../backend';\nimport { store } from '../../redux';",
			],
			[
				`          children: insertButtonLabel
        })]
      })]
    })]`,
				`          children: insertButtonLabel
        })]
      })]
    }), _jsx(PictureUse, { file: selectedFile, backend: currentBackend(store.getState().config), onLeave: onClose })]`,
			],
		],
	},
};

const isNeeded = 'look whether mend-decap.ts is still needed.';

const CORE = /\/decap-cms-(?:core|lib-widgets)\/dist\/esm\/(.+)$/;

const importsOf = ({ imports = {} }: Mend): string =>
	Object.entries(imports)
		.map(([file, names]) => {
			const path = normalizePath(fileURLToPath(new URL(`../editor/${file}`, import.meta.url)));
			return `import { ${names} } from ${JSON.stringify(path)};\n`;
		})
		.join('');

/** Mends faults of Decap in its code. Throws if a version has other code there, or has it elsewhere. */
export function mendDecap(): Plugin {
	const mended = new Set<string>();
	let hasDecap = false;
	return {
		name: 'mend-decap',
		enforce: 'pre',
		transform(code, id) {
			const [path = ''] = id.split('?');
			const [, file] = CORE.exec(path) ?? [];
			if (file === undefined) return undefined;
			hasDecap = true;
			const mend = mends[file];
			if (!mend) return undefined;
			mended.add(file);
			const changed = mend.changes.reduce((text, [from, to]) => {
				if (!text.includes(from)) throw new Error(`${path} has changed: ${isNeeded}`);
				return text.replaceAll(from, () => to);
			}, code);
			return { code: importsOf(mend) + changed, map: null };
		},
		buildEnd() {
			const missing = Object.keys(mends).find((file) => !mended.has(file));
			if (hasDecap && missing !== undefined) throw new Error(`Decap has no ${missing} any more: ${isNeeded}`);
		},
	};
}
