/** How somebody is called. */
export interface PersonName {
  firstName: string;
  lastName: string | null;
}

/** First and last name, as people call each other here. */
export const nameOf = ({ firstName, lastName }: PersonName): string =>
  lastName === null ? firstName : `${firstName} ${lastName}`;
