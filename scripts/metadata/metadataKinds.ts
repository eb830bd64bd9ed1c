/**
 * Kind of metadata by the ending of its file: `Name.<ending>-meta.xml`. The kind is both the root
 * element and the type that the metadata API declares for it.
 */
export const KIND_BY_ENDING: Readonly<Record<string, string>> = {
    app: 'CustomApplication',
    callCenter: 'CallCenter',
    cls: 'ApexClass',
    compactLayout: 'CompactLayout',
    customMetadata: 'CustomMetadata',
    customPermission: 'CustomPermission',
    field: 'CustomField',
    fieldSet: 'FieldSet',
    flexipage: 'FlexiPage',
    flow: 'Flow',
    globalValueSet: 'GlobalValueSet',
    group: 'Group',
    js: 'LightningComponentBundle',
    labels: 'CustomLabels',
    layout: 'Layout',
    listView: 'ListView',
    messageChannel: 'LightningMessageChannel',
    object: 'CustomObject',
    objectTranslation: 'CustomObjectTranslation',
    permissionset: 'PermissionSet',
    permissionsetgroup: 'PermissionSetGroup',
    platformEventChannel: 'PlatformEventChannel',
    platformEventChannelMember: 'PlatformEventChannelMember',
    quickAction: 'QuickAction',
    recordType: 'RecordType',
    resource: 'StaticResource',
    role: 'Role',
    tab: 'CustomTab',
    translation: 'Translations',
    trigger: 'ApexTrigger',
    validationRule: 'ValidationRule',
    webLink: 'WebLink'
};
