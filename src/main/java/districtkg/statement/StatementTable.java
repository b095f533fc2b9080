package districtkg.statement;

import districtkg.store.Things;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.graph.Node;

/**
 * One row for each statement of a graph: what is said of what, where, when, how much, and in which
 * characters of which document. Things are given by name; several in one cell are parted by "; ".
 */
public final class StatementTable {
    private static final String BETWEEN = "; ";

    /** From the special to the general: a target is also a commitment. */
    private static final List<Node> KINDS =
            List.of(
                    Dkg.term("Target"),
                    Dkg.term("Commitment"),
                    Dkg.term("Outcome"),
                    Dkg.term("Recognition"));

    private final Things things;
    private final Language language;
    private final List<Column> columns;

    /** A heading in both languages, and what stands under it for a statement. */
    private record Column(String en, String zh, Function<Node, String> cell) {}

    /**
     * @param things with names, years and verdicts derived
     */
    public StatementTable(Things things, Language language) {
        this.things = things;
        this.language = language;
        this.columns =
                List.of(
                        new Column("kind", "类型", this::kind),
                        new Column("name", "名称", this::name),
                        named("indicator", "指标", Dkg.INDICATOR),
                        named("about", "对象", Dkg.ABOUT),
                        named("place", "地区", Dkg.term("place")),
                        named("event", "活动", Dkg.term("event")),
                        plain("year", "年份", Dkg.term("year")),
                        plain("date", "日期", Dkg.DATE),
                        plain("since", "起始", Dkg.SINCE),
                        plain("due", "期限", Dkg.DUE),
                        named("bound", "界限", Dkg.BOUND),
                        plain("value", "数值", Dkg.VALUE),
                        plain("minimum", "下限", Dkg.term("minValue")),
                        plain("maximum", "上限", Dkg.term("maxValue")),
                        named("unit", "单位", Dkg.UNIT),
                        new Column("printed value", "原文数值", this::printed),
                        named("status", "状态", Dkg.term("status")),
                        named("strength", "力度", Dkg.STRENGTH),
                        named("verdict", "判定", Dkg.term("verdict")),
                        named("award", "荣誉", Dkg.term("award")),
                        plain("rank", "名次", Dkg.RANK),
                        named("first in", "首个", Dkg.FIRST_IN),
                        plain("consecutive years", "连续年数", Dkg.CONSECUTIVE_YEARS),
                        named("industry", "产业", Dkg.term("industry")),
                        named("topic", "主题", Dkg.term("topic")),
                        named("inferred", "推定", Dkg.INFERRED),
                        named("suspect", "存疑", Dkg.term("suspect")),
                        named("document", "文献", Dkg.DOCUMENT_OF),
                        new Column("section", "章节", this::section),
                        new Column("start", "起", statement -> ofSources(statement, Dkg.START)),
                        new Column("end", "止", statement -> ofSources(statement, Dkg.END)),
                        new Column("IRI", "IRI", Node::getURI));
    }

    /** How many statements, and so rows under the heading. */
    public int size() {
        return statements().size();
    }

    /** Writes CSV in UTF-8: a heading, then the statements by document and position in it. */
    public void write(OutputStream out) throws IOException {
        CSVPrinter csv =
                new CSVPrinter(
                        new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        csv.printRecord(columns.stream().map(this::heading));
        for (Node statement : statements()) {
            csv.printRecord(columns.stream().map(column -> column.cell().apply(statement)));
        }
        csv.flush();
    }

    private List<Node> statements() {
        return things.all(Dkg.STATEMENT)
                .sorted(
                        Comparator.comparing((Node statement) -> name(statement, Dkg.DOCUMENT_OF))
                                .thenComparing(this::position)
                                .thenComparing(Things.BY_TEXT))
                .toList();
    }

    private String heading(Column column) {
        return switch (language) {
            case EN -> column.en();
            case ZH -> column.zh();
        };
    }

    private Column named(String en, String zh, Node property) {
        return new Column(en, zh, statement -> name(statement, property));
    }

    private Column plain(String en, String zh, Node property) {
        return new Column(
                en, zh, statement -> joined(values(statement, property).map(Things::text)));
    }

    private String kind(Node statement) {
        return KINDS.stream()
                .filter(kind -> things.is(statement, kind))
                .findFirst()
                .map(this::name)
                .orElse("");
    }

    /** The number, range or text as the document prints it, with its unit: {@code 1.2 万人}. */
    private String printed(Node statement) {
        String low = joined(values(statement, Dkg.STATED_MIN).map(Things::text));
        String high = joined(values(statement, Dkg.STATED_MAX).map(Things::text));
        String range = low.isEmpty() ? "" : low + "–" + high;
        String number =
                joined(
                        Stream.of(Dkg.STATED_VALUE, Dkg.STATED_TEXT)
                                .flatMap(property -> values(statement, property))
                                .map(Things::text));
        return (range + number + " " + name(statement, Dkg.STATED_UNIT)).strip();
    }

    private String section(Node statement) {
        return joined(
                sources(statement).stream()
                        .flatMap(source -> values(source, Dkg.SECTION_OF))
                        .map(this::name)
                        .distinct());
    }

    private String ofSources(Node statement, Node property) {
        return joined(
                sources(statement).stream()
                        .flatMap(source -> values(source, property))
                        .map(Things::text));
    }

    /** The passages of a statement, in the order of the text. */
    private List<Node> sources(Node statement) {
        return values(statement, Dkg.SOURCE)
                .sorted(Comparator.comparing(this::start).thenComparing(Things.BY_TEXT))
                .toList();
    }

    private BigDecimal position(Node statement) {
        return sources(statement).stream().map(this::start).findFirst().orElse(BigDecimal.ZERO);
    }

    private BigDecimal start(Node source) {
        return values(source, Dkg.START)
                .map(start -> new BigDecimal(start.getLiteralLexicalForm()))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private String name(Node subject, Node property) {
        return joined(values(subject, property).map(this::name));
    }

    private String name(Node thing) {
        return things.name(thing, language);
    }

    private Stream<Node> values(Node subject, Node property) {
        return things.values(subject, property);
    }

    private static String joined(Stream<String> texts) {
        return texts.collect(Collectors.joining(BETWEEN));
    }
}
