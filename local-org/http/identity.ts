import type { OrgUser } from './users.ts';

/** The two cards that say who holds a token: OpenID's userinfo and Salesforce's identity. */

export interface OrgPlace {
    /** Address of the org, without a slash at its end; known once it listens. */
    url: string;
    readonly organizationId: string;
}

export function identityUrl({ url, organizationId }: OrgPlace, userId: string): string {
    return `${url}/id/${organizationId}/${userId}`;
}

export function userInfo(place: OrgPlace, user: OrgUser) {
    return {
        sub: identityUrl(place, user.id),
        user_id: user.id,
        organization_id: place.organizationId,
        preferred_username: user.username,
        nickname: user.alias ?? user.username,
        name: user.name,
        email: user.email,
        email_verified: true,
        given_name: user.firstName,
        family_name: user.lastName,
        zoneinfo: user.timeZone,
        photos: photosOf(place),
        profile: `${place.url}/${user.id}`,
        picture: photosOf(place).picture,
        address: {},
        is_app_installed: true,
        urls: urlsOf(place, user),
        active: user.active,
        user_type: user.userType.toUpperCase(),
        language: user.language,
        locale: user.locale,
        updated_at: user.lastModified
    };
}

export function identity(place: OrgPlace, user: OrgUser) {
    return {
        id: identityUrl(place, user.id),
        asserted_user: true,
        user_id: user.id,
        organization_id: place.organizationId,
        username: user.username,
        nick_name: user.alias ?? user.username,
        display_name: user.name,
        email: user.email,
        email_verified: true,
        first_name: user.firstName,
        last_name: user.lastName,
        timezone: user.timeZone,
        photos: photosOf(place),
        urls: urlsOf(place, user),
        active: user.active,
        user_type: user.userType.toUpperCase(),
        language: user.language,
        locale: user.locale,
        last_modified_date: user.lastModified,
        is_app_installed: true
    };
}

function photosOf({ url }: OrgPlace) {
    return { picture: `${url}/profilephoto/005/F`, thumbnail: `${url}/profilephoto/005/T` };
}

/** `{version}` is the client's to fill in. */
function urlsOf({ url }: OrgPlace, user: OrgUser) {
    const rest = `${url}/services/data/v{version}/`;
    return {
        rest,
        sobjects: `${rest}sobjects/`,
        query: `${rest}query/`,
        profile: `${url}/${user.id}`,
        custom_domain: url
    };
}

/** What `GET /services/data/v66.0` lists; jsforce reads `identity` from it. */
export function resourceIndex(place: OrgPlace, userId: string, versionPath: string) {
    const names = ['actions', 'composite', 'limits', 'query', 'queryAll', 'sobjects'];
    return {
        ...Object.fromEntries(names.map((name) => [name, `${versionPath}/${name}`])),
        identity: identityUrl(place, userId)
    };
}
