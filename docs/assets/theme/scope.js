/* What Material writes into every page as an inline script (partials/javascripts/base.html): the functions with which it keeps a
   reader's choices. The same behaviour, in a file, so that the Content-Security-Policy need allow no inline script. The root of
   the site is two folders above this file. */
var __md_scope = new URL("../../", document.currentScript.src);
function __md_hash(text) {
  return Array.from(text).reduce(function (sum, character) { return (sum << 5) - sum + character.charCodeAt(0); }, 0);
}
function __md_get(key, storage, scope) {
  try {
    return JSON.parse((storage || localStorage).getItem((scope || __md_scope).pathname + "." + key));
  } catch (error) { return null; }
}
function __md_set(key, value, storage, scope) {
  try {
    (storage || localStorage).setItem((scope || __md_scope).pathname + "." + key, JSON.stringify(value));
  } catch (error) { /* Without storage the choice holds for this page. */ }
}
