/** A JSON value whose form is decided elsewhere: by a plugin's schema, or by a permission. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
