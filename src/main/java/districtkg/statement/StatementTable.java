package districtkg.statement;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.text.ByteOrderMark;
import districtkg.vocab.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table with one row per statement: subject, place, time, figure, and the characters of the
 * source. Things are given by name; several in one cell are separated by "; ".
 */
public final class StatementTable {

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("kind", "类型", statement -> statement.kind().name()),
                    new Column("name", "名称", statement -> statement.self().name()),
                    new Column("indicator", "指标", statement -> name(statement.indicator())),
                    new Column("about", "对象", statement -> names(statement.about())),
                    new Column("place", "地区", statement -> statement.place().name()),
                    new Column("year", "年份", Statement::year),
                    new Column("date", "日期", Statement::date),
                    new Column("since", "起始", Statement::since),
                    new Column("due", "期限", Statement::due),
                    new Column("bound", "界限", statement -> name(statement.figure().bound())),
                    new Column("value", "数值", statement -> number(statement.figure().value())),
                    new Column("minimum", "下限", statement -> number(statement.figure().min())),
                    new Column("maximum", "上限", statement -> number(statement.figure().max())),
                    new Column("unit", "单位", statement -> name(statement.figure().unit())),
                    new Column("printed value", "原文数值", statement -> statement.figure().printed()),
                    new Column("status", "状态", statement -> names(statement.status())),
                    new Column("strength", "力度", statement -> name(statement.strength())),
                    new Column("verdict", "判定", statement -> name(statement.verdict())),
                    new Column("as of", "截至", Statement::asOf),
                    new Column(
                            "months late, at least",
                            "至少逾期月数",
                            statement -> months(statement.lateness().least())),
                    new Column(
                            "months late, at most",
                            "至多逾期月数",
                            statement -> months(statement.lateness().most())),
                    new Column("award", "荣誉", statement -> name(statement.award())),
                    new Column("rank", "名次", Statement::rank),
                    new Column("first in", "首个", statement -> name(statement.firstIn())),
                    new Column("consecutive years", "连续年数", Statement::streak),
                    new Column("industry", "产业", statement -> names(statement.industries())),
                    new Column("topic", "主题", statement -> names(statement.topics())),
                    new Column("inferred", "推定", statement -> names(statement.inferred())),
                    new Column("suspect", "存疑", statement -> names(statement.suspect())),
                    new Column("document", "文献", statement -> statement.document().name()),
                    new Column("section", "章节", StatementTable::sections),
                    new Column(
                            "start", "起", statement -> spots(statement, spot -> at(spot.start()))),
                    new Column("end", "止", statement -> spots(statement, spot -> at(spot.end()))),
                    new Column("IRI", "IRI", statement -> statement.self().iri()));

    /** By document, and within it in the order of the text. */
    private static final Comparator<Statement> ORDER =
            Comparator.comparing((Statement statement) -> statement.document().iri())
                    .thenComparing(
                            statement ->
                                    statement.spots().isEmpty()
                                            ? -1
                                            : statement.spots().getFirst().start())
                    .thenComparing(statement -> statement.self().iri());

    private final List<Statement> rows;
    private final Language language;

    /** A column with its header in both languages. */
    private record Column(String en, String zh, Function<Statement, String> cell) {
        String heading(Language language) {
            return switch (language) {
                case EN -> en;
                case ZH -> zh;
            };
        }
    }

    /** A table of all statements of a graph. */
    public StatementTable(GraphReader things, Language language) {
        this(new Statements(things, language).all(), language);
    }

    /**
     * A table of some statements.
     *
     * @param language the language in which they were read
     */
    public StatementTable(Collection<Statement> statements, Language language) {
        this.rows = statements.stream().sorted(ORDER).toList();
        this.language = language;
    }

    /**
     * The number of statements, doubted ones included, which is the number of rows without the
     * header.
     */
    public int size() {
        return rows.size();
    }

    /** Writes CSV in UTF-8: a header, then the statements by document and position. */
    public void write(OutputStream out) throws IOException {
        write(out, false);
    }

    /**
     * The same with a byte order mark before it, if asked for. Excel reads a CSV file as UTF-8 only
     * if it begins with one.
     */
    public void write(OutputStream out, boolean byteOrderMark) throws IOException {
        if (byteOrderMark) {
            out.write(ByteOrderMark.MARK.getBytes(StandardCharsets.UTF_8));
        }
        CSVPrinter csv =
                new CSVPrinter(
                        new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        csv.printRecord(COLUMNS.stream().map(column -> column.heading(language)));
        for (Statement row : rows) {
            csv.printRecord(COLUMNS.stream().map(column -> column.cell().apply(row)));
        }
        csv.flush();
    }

    private static String name(Optional<Ref> thing) {
        return thing.map(Ref::name).orElse("");
    }

    private static String names(List<Ref> things) {
        return joined(things.stream().map(Ref::name));
    }

    private static String number(Optional<BigDecimal> number) {
        return number.map(value -> value.stripTrailingZeros().toPlainString()).orElse("");
    }

    private static String at(int position) {
        return position < 0 ? "" : Integer.toString(position);
    }

    private static String spots(Statement statement, Function<SourceLocation, String> text) {
        return joined(statement.spots().stream().map(text));
    }

    private static String months(OptionalInt months) {
        return months.isPresent() ? String.valueOf(months.getAsInt()) : "";
    }

    private static String sections(Statement statement) {
        return joined(statement.spots().stream().map(spot -> name(spot.section())).distinct());
    }

    private static String joined(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }
}
