/** A JSON value whose form is decided elsewhere: by a plugin's schema, or by a permission. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}
