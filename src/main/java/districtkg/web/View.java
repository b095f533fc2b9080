package districtkg.web;

import districtkg.entity.DatasetSummary;
import districtkg.graph.Ref;
import districtkg.query.Questions;
import districtkg.statement.Figure;
import districtkg.statement.Statement;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonObject;

/** What every template may ask: words, numbers and addresses for the reader of this page. */
public final class View {
    private static final Assets ASSETS = new Assets();

    private final PageRequest visit;
    private final Messages words;
    private final Assets assets;
    private final PageSettings settings;
    private final ContentSecurityPolicy policy;
    private final String context;

    /**
     * What the templates of an answer ask.
     *
     * @param policy told of what the page runs
     * @param context where the keys of our JSON-LD are explained
     */
    private View(
            PageRequest visit,
            Assets assets,
            PageSettings settings,
            ContentSecurityPolicy policy,
            String context) {
        this.visit = visit;
        this.words = Messages.in(visit.language());
        this.assets = assets;
        this.settings = settings;
        this.policy = policy;
        this.context = context;
    }

    /** The same for the page of another address. */
    View showing(String path) {
        return new View(visit.at(path), assets, settings, policy, context);
    }

    /** What pages ask that need no edition. */
    static View of(PageRequest visit, PageSettings settings) {
        return of(visit, settings, "");
    }

    public static View of(PageRequest visit, PageSettings settings, String context) {
        return new View(visit, ASSETS, settings, new ContentSecurityPolicy(), context);
    }

    /** What the page may load, once it is written. */
    String policy() {
        return policy.header(settings.tilesOrigin());
    }

    /** Whether the page holds a word that only this answer may use. */
    boolean once() {
        return policy.once();
    }

    public Language language() {
        return visit.language();
    }

    /** For the attribute of that name: {@code zh-Hans}. */
    public String lang() {
        return visit.language() == Language.ZH ? "zh-Hans" : "en";
    }

    /** For styles that a script writes; a page that asks for it is not kept. */
    public String nonce() {
        return policy.nonce();
    }

    /** A script that stands in the page: what it imports. */
    private String script(String text) {
        return policy.script(text);
    }

    /** Where the keys of our JSON-LD are explained: {@code /context/3f1c….jsonld}. */
    String context() {
        return context;
    }

    /** The message of a key, its blanks filled. */
    public String say(String key, Object... blanks) {
        return words.say(key, blanks);
    }

    /** The messages whose keys begin with a prefix, without it, for scripts. */
    public JsonObject messages(String prefix) {
        JsonObject messages = new JsonObject();
        for (String key : words.messages().keySet().stream().sorted().toList()) {
            if (key.startsWith(prefix)) {
                messages.put(key.substring(prefix.length()), words.say(key));
            }
        }
        return messages;
    }

    public String number(BigDecimal value) {
        return words.number(value);
    }

    public String number(long value) {
        return words.number(BigDecimal.valueOf(value));
    }

    public String date(String written) {
        return words.date(written);
    }

    /** A figure with bound and unit: {@code at least 12,000}, {@code 1.2 万人以上}. */
    public String figure(Figure figure) {
        return FigureText.text(figure, words);
    }

    /** When it happened or is due, in words; of what has no time of its own, when it was told. */
    public String when(Statement statement) {
        if (!statement.due().isEmpty()) {
            return say("statement.due", date(statement.due()));
        }
        if (!statement.since().isEmpty()) {
            return say("statement.since", date(statement.since()));
        }
        return statement.date().isEmpty() && !statement.published().isEmpty()
                ? say("statement.told", date(statement.published()))
                : date(statement.date());
    }

    public String names(List<Ref> things) {
        return things.stream().map(Ref::name).collect(Collectors.joining(say("and")));
    }

    /** The address of one of our pages in the language of this one. */
    public String url(String path) {
        return url(path, Map.of());
    }

    /** The same with parameters. */
    public String url(String path, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (visit.chosen()) {
            all.put(PageRequest.LANGUAGE, visit.language().tag());
        }
        all.values().removeIf(String::isEmpty);
        int fragment = path.indexOf('#');
        return fragment < 0
                ? path + query(all)
                : path.substring(0, fragment) + query(all) + path.substring(fragment);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(
                        one ->
                                PageRequest.encoded(one.getKey())
                                        + "="
                                        + PageRequest.encoded(one.getValue()))
                .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
    }

    /** This page with one parameter changed; taken away where the value is empty. */
    public String here(String parameter, String value) {
        Map<String, String> parameters = new LinkedHashMap<>(visit.parameters());
        parameters.remove(PageRequest.LANGUAGE);
        parameters.put(parameter, value);
        return url(visit.path(), parameters);
    }

    /** This page, as others should point to it. */
    public String canonical() {
        return absolute(PageRequest.written(visit.path()) + query(visit.parameters()));
    }

    /** This page in another language. */
    public String in(String tag) {
        Map<String, String> parameters = new LinkedHashMap<>(visit.parameters());
        parameters.put(PageRequest.LANGUAGE, tag);
        return PageRequest.written(visit.path()) + query(parameters);
    }

    Map<String, String> parameters() {
        return visit.parameters();
    }

    public String parameter(String name) {
        return visit.parameter(name);
    }

    /** Whether a page is this one, for the menu. */
    public boolean at(String path) {
        return visit.path().equals(path);
    }

    public String path() {
        return visit.path();
    }

    /** Where a thing can be read: our page, or the address itself; empty where it is no address. */
    public String href(String iri) {
        return ResourcePaths.page(iri)
                .map(this::url)
                .orElse(iri.startsWith("https://") || iri.startsWith("http://") ? iri : "");
    }

    /** The host of an address elsewhere; empty where the thing has a page of ours. */
    public String site(String iri) {
        String address = href(iri);
        return address.equals(iri) ? iri.replaceFirst("^https?://([^/]*).*$", "$1") : "";
    }

    public String asset(String file) {
        return assets.ours(file);
    }

    public String library(String webJar, String file) {
        return assets.library(webJar, file);
    }

    /** The absolute address of a path, as the client reaches us. */
    public String absolute(String path) {
        return visit.origin() + path;
    }

    /** Where errors are reported; empty where nobody is configured. */
    public String report(String iri, String value, String passage) {
        return settings.reportAddress(
                say("report.subject", iri), say("report.body", iri, value, passage));
    }

    /** The forms in which a thing can be had, by their names. */
    public Map<String, String> formats(String iri) {
        Map<String, String> formats = new LinkedHashMap<>();
        String path = ResourcePaths.path(iri).orElseThrow();
        for (Formats form : Formats.OF_THINGS) {
            if (form != Formats.HTML) {
                formats.put(form.title(), url(ResourcePaths.in(form, path)));
            }
        }
        return formats;
    }

    /** A query for what a thing says. */
    public String describing(String iri) {
        return Questions.saying(iri);
    }

    /** The IRI of the data set. */
    public String root() {
        return Dkg.ROOT;
    }

    /** The namespace of the ontology. */
    public String namespace() {
        return Dkg.NS;
    }

    /** A reference to a thing for a list of sources. */
    public String citation(String iri, String name) {
        return say("citation", name, settings.version(), iri);
    }

    /** The same for BibTeX. */
    public String bibtex(String iri, String name) {
        return "@misc{districtkg-%s,\n  title = {%s},\n  howpublished = {DistrictKG, version %s},\n  url = {%s}\n}"
                .formatted(new Ref(iri, name).key(), name, settings.version(), iri);
    }

    /** The moment at which a day, month or year begins, as feeds write it. */
    public String instant(String written) {
        return written + "0000-01-01".substring(written.length()) + "T00:00:00Z";
    }

    /** A description of the data set for search engines, ready to stand in a page. */
    public String dataset(DatasetSummary holdings) {
        return Templates.json(holdings.schema(say("about.description"), settings.version()));
    }

    /** Where the modules of the editor are, as browsers read it. */
    public String importMap() {
        JsonObject imports = new JsonObject();
        Assets.MODULES.forEach(
                (name, file) -> imports.put(name, assets.library(file.webJar(), file.path())));
        JsonObject map = new JsonObject();
        map.put("imports", imports);
        return script(Templates.json(map));
    }

    /** The same for pages that draw only a map. */
    public String mapModule() {
        JsonObject imports = new JsonObject();
        imports.put("leaflet", library("leaflet", "dist/leaflet-src.esm.js"));
        JsonObject map = new JsonObject();
        map.put("imports", imports);
        return script(Templates.json(map));
    }

    public PageSettings settings() {
        return settings;
    }
}
