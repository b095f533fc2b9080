package districtkg.web;

import org.apache.jena.atlas.json.JsonObject;

/**
 * The import maps of a page: inline scripts that give the modules of WebJars their addresses. The
 * Content Security Policy of the page allows each that was asked for. Used by one thread.
 */
public final class ImportMaps {
    private final Assets assets;
    private final ContentSecurityPolicy policy;

    /**
     * Creates the import maps of a page.
     *
     * @param policy records which of them the page has
     */
    ImportMaps(Assets assets, ContentSecurityPolicy policy) {
        this.assets = assets;
        this.policy = policy;
    }

    /** The import map of the query editor, with every module, as JSON. */
    public String editor() {
        JsonObject imports = new JsonObject();
        Assets.MODULES.forEach(
                (name, file) -> imports.put(name, assets.library(file.webJar(), file.path())));
        return script(imports);
    }

    /** The import map of pages with a map, as JSON. */
    public String map() {
        JsonObject imports = new JsonObject();
        imports.put("leaflet", assets.library("leaflet", "dist/leaflet-src.esm.js"));
        return script(imports);
    }

    private String script(JsonObject imports) {
        JsonObject map = new JsonObject();
        map.put("imports", imports);
        return policy.script(Templates.json(map));
    }
}
