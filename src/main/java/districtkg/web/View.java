package districtkg.web;

import districtkg.chart.Series;
import districtkg.chart.YearChart;
import districtkg.entity.DatasetSummary;
import districtkg.graph.Ref;
import districtkg.home.DeliveryStory;
import districtkg.place.Scorecard;
import districtkg.place.TargetResult;
import districtkg.promise.Promises;
import districtkg.question.Questions;
import districtkg.statement.Lateness;
import districtkg.statement.StatedFigure;
import districtkg.statement.Statement;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import districtkg.web.message.FigureText;
import districtkg.web.message.Messages;
import districtkg.web.message.PromisesText;
import districtkg.web.message.ScorecardText;
import districtkg.web.message.StatementText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonObject;

/** What templates can use: messages, numbers and addresses for the reader of the page. */
public final class View {
    private static final Assets ASSETS = new Assets();

    private final PageRequest request;
    private final PageLinks links;
    private final Messages words;
    private final Assets assets;
    private final PageSettings settings;
    private final ContentSecurityPolicy policy;
    private final String context;
    private final boolean mapped;

    /**
     * Creates a view.
     *
     * @param policy records what the page runs
     * @param context address of the JSON-LD context
     * @param mapped whether there is anything to show on the map
     */
    private View(
            PageRequest request,
            Assets assets,
            PageSettings settings,
            ContentSecurityPolicy policy,
            String context,
            boolean mapped) {
        this.request = request;
        this.links = new PageLinks(request);
        this.words = Messages.in(request.language());
        this.assets = assets;
        this.settings = settings;
        this.policy = policy;
        this.context = context;
        this.mapped = mapped;
    }

    /** The same view for the page of another address. */
    public View showing(String path) {
        return new View(request.at(path), assets, settings, policy, context, mapped);
    }

    /** A view for pages that need no edition. */
    public static View of(PageRequest request, PageSettings settings) {
        return of(request, settings, "", true);
    }

    /**
     * A view for pages of an edition.
     *
     * @param context address of the JSON-LD context
     * @param mapped whether there is anything to show on the map
     */
    public static View of(
            PageRequest request, PageSettings settings, String context, boolean mapped) {
        return new View(request, ASSETS, settings, new ContentSecurityPolicy(), context, mapped);
    }

    /** The Content Security Policy of the page, after it was rendered. */
    String policy() {
        return policy.header(settings.tilesOrigin());
    }

    /** The same policy for a page that other sites may show in a frame. */
    String policyOfFrames() {
        return policy().replace("frame-ancestors 'none'", "frame-ancestors *");
    }

    /**
     * The HTML of a frame for other sites.
     *
     * @param path what it shows
     * @param title for readers who do not see it
     * @param width in CSS pixels
     * @param height in CSS pixels
     */
    public String frame(String path, String title, int width, int height) {
        return "<iframe src=\"%s\" title=\"%s\" width=\"%d\" height=\"%d\" loading=\"lazy\"></iframe>"
                .formatted(
                        absolute(path).replace("&", "&amp;").replace("\"", "%22"),
                        title.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"),
                        width,
                        height);
    }

    /** Whether the page contains a nonce, so that it must not be cached. */
    boolean once() {
        return policy.once();
    }

    /** The language of the page. */
    public Language language() {
        return request.language();
    }

    /** The value of the attribute {@code lang}: {@code zh-Hans}. */
    public String lang() {
        return request.language() == Language.ZH ? "zh-Hans" : "en";
    }

    /** The nonce for styles that a script inserts; a page that uses it is not cached. */
    public String nonce() {
        return policy.nonce();
    }

    /** Whether there is anything to show on the map. */
    public boolean mapped() {
        return mapped;
    }

    /** The address of the JSON-LD context: {@code /context/3f1c….jsonld}. */
    public String context() {
        return context;
    }

    /** The message of a key, with its parameters filled in. */
    public String say(String key, Object... blanks) {
        return words.say(key, blanks);
    }

    /** The messages whose keys begin with a prefix, without the prefix, for scripts. */
    public JsonObject messages(String prefix) {
        JsonObject messages = new JsonObject();
        for (String key : words.messages().keySet().stream().sorted().toList()) {
            if (key.startsWith(prefix)) {
                messages.put(key.substring(prefix.length()), words.say(key));
            }
        }
        return messages;
    }

    /** A number in the format of the language. */
    public String number(BigDecimal value) {
        return words.number(value);
    }

    /** A number in the format of the language. */
    public String number(long value) {
        return words.count(value);
    }

    /** A year, month or day in the format of the language. */
    public String date(String written) {
        return words.date(written);
    }

    /** A figure with bound and unit: {@code at least 12,000}, {@code 1.2 万人以上}. */
    public String figure(StatedFigure figure) {
        return FigureText.text(figure, words);
    }

    /** How a thing was promised and came late, in one sentence. */
    public String story(DeliveryStory story) {
        return StatementText.story(story, words);
    }

    /** What became of the targets of a year, in one sentence. */
    public String sentence(Scorecard card) {
        return ScorecardText.sentence(card, words);
    }

    /** The counts of a scorecard, as a list in words. */
    public String counts(Scorecard card) {
        return ScorecardText.counts(card, words);
    }

    /** How far an outcome lies from its target, with sign and unit; empty if it is not known. */
    public String distance(TargetResult result) {
        return ScorecardText.distance(result, words);
    }

    /** The tooltip of a mark of a chart: {@code Yanhe 2023, target: about 7%}. */
    public String point(YearChart.Line line, Statement statement) {
        return StatementText.point(line.series(), statement, words);
    }

    /** The name of a series: its subject, and its industries if it has any. */
    public String name(Series series) {
        return StatementText.name(series, words);
    }

    /** The filters of a list of promises, as a heading. */
    public String heading(Promises promises) {
        return PromisesText.heading(promises, words);
    }

    /** How many promises a list holds, and what became of them. */
    public String sentence(Promises promises) {
        return PromisesText.sentence(promises, words);
    }

    /** The name of a value of a filter; empty names are said in words. */
    public String choice(String name) {
        return PromisesText.choice(name, words);
    }

    /** A value on an axis: percentages with their sign, other units are named beside the axis. */
    public String tick(BigDecimal value, List<Ref> unit) {
        return words.number(value) + (FigureText.percent(unit) ? "%" : "");
    }

    /** The name of a unit beside an axis; empty for percentages and plain numbers. */
    public String unit(List<Ref> unit) {
        return unit.stream().findFirst().map(one -> FigureText.beside(one, words)).orElse("");
    }

    /**
     * The date of a statement in words: when it happened or is due; otherwise when it was reported.
     */
    public String when(Statement statement) {
        return StatementText.when(statement, words);
    }

    /** A delay in words; empty if there is none. */
    public String late(Lateness lateness) {
        return StatementText.late(lateness, words);
    }

    /**
     * The word of these pages for a member of a closed list, such as {@code plans to} for {@code
     * :intended}; its name if they have none of their own.
     */
    public String word(String list, Ref member) {
        String key = list + "." + member.key();
        return words.has(key) ? words.say(key) : member.name();
    }

    /** A message for one or for several: the key with {@code .one} for one. */
    public String count(String key, long number, Object... blanks) {
        Object[] all = new Object[blanks.length + 1];
        all[0] = number(number);
        System.arraycopy(blanks, 0, all, 1, blanks.length);
        return say(number == 1 ? key + ".one" : key, all);
    }

    /** The names of things, separated as a list. */
    public String names(List<Ref> things) {
        return StatementText.names(things, words);
    }

    /** The address of a page in the current language. */
    public String url(String path) {
        return links.url(path, Map.of());
    }

    /** The address of a page in the current language, with parameters. */
    public String url(String path, Map<String, String> parameters) {
        return links.url(path, parameters);
    }

    /** The address of this page with one parameter changed, or removed if the value is empty. */
    public String here(String parameter, String value) {
        return links.here(parameter, value);
    }

    /** The address of this page with one parameter changed and another removed. */
    public String with(String parameter, String value, String removed) {
        return links.with(parameter, value, removed);
    }

    /** The canonical address of this page. */
    public String canonical() {
        return links.canonical();
    }

    /** The address of this page in another language. */
    public String in(String tag) {
        return links.in(tag);
    }

    /** The parameters of the request. */
    public Map<String, String> parameters() {
        return request.parameters();
    }

    /** The value of a parameter; empty if it is absent. */
    public String parameter(String name) {
        return request.parameter(name);
    }

    /** Whether a path is the current page, for the menu. */
    public boolean at(String path) {
        return request.path().equals(path);
    }

    /** The path of the request, decoded. */
    public String path() {
        return request.path();
    }

    /** The link for a thing: its page, or its own address; empty if it has none. */
    public String href(String iri) {
        return links.href(iri);
    }

    /** The host of an external address; empty if the thing has a page here. */
    public String site(String iri) {
        return links.site(iri);
    }

    /** The address of a file of the program. */
    public String asset(String file) {
        return assets.ours(file);
    }

    /** The address of a file of a WebJar. */
    public String library(String webJar, String file) {
        return assets.library(webJar, file);
    }

    /** The absolute URL of a path, on the host that the client used. */
    public String absolute(String path) {
        return links.absolute(path);
    }

    /** The address for reporting errors; empty if none is configured. */
    public String report(String iri, String value, String passage) {
        return settings.reportAddress(
                say("report.subject", iri), say("report.body", iri, value, passage));
    }

    /** The addresses of the formats of a thing, by name. */
    public Map<String, String> formats(String iri) {
        return links.formats(iri);
    }

    /** A query for the properties of a thing. */
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

    /** How to cite a thing. */
    public Citation citation(String iri, String name) {
        return new Citation(iri, name, settings.version(), words);
    }

    /** The start of a day, month or year, in the format of feeds. */
    public String instant(String written) {
        return written + "0000-01-01".substring(written.length()) + "T00:00:00Z";
    }

    /** A description of the data set for search engines, as inline JSON-LD. */
    public String dataset(DatasetSummary holdings) {
        return Templates.json(holdings.schema(say("about.description"), settings.version()));
    }

    /** The import maps of the page. */
    public ImportMaps imports() {
        return new ImportMaps(assets, policy);
    }

    /** The settings of pages. */
    public PageSettings settings() {
        return settings;
    }
}
