package districtkg.curation;

import districtkg.amount.Amounts;
import districtkg.amount.DecreaseWord;
import districtkg.amount.Numeral;
import districtkg.amount.NumeralReader;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.table.cell.CsvFile;
import districtkg.table.division.PlaceNames;
import districtkg.text.Span;
import districtkg.text.Text;
import districtkg.vocab.Dkg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * The confirmed rows of a draft as rows of a table of statements. Number, unit and bound are read
 * again from the text. A row whose figure differs from what the person confirmed is left out and
 * reported.
 */
final class CuratedRows {
    private static final Pattern FALL_NAME = Pattern.compile("(?:降幅|下降率|减幅|下降幅度)$");
    private static final BigDecimal SLIGHT = new BigDecimal("0.000001");

    private final ReportOrigin origin;
    private final Text text;
    private final Lists lists;
    private final CsvFile file;
    private final Amounts amounts;
    private final List<Fault> faults;
    private final List<Map<String, String>> rows = new ArrayList<>();

    /**
     * The shared lists that rows refer to.
     *
     * @param units the multiplier of each printed unit
     * @param indicators the Chinese names of an indicator, then its English name
     * @param places finds places by name
     */
    record Lists(
            Map<String, BigDecimal> units,
            Function<Node, List<String>> indicators,
            PlaceNames places) {}

    /**
     * @param faults receives each row that is left out, with the reason
     */
    CuratedRows(CsvFile file, ReportOrigin origin, Text text, Lists lists, List<Fault> faults) {
        this.file = file;
        this.origin = origin;
        this.text = text;
        this.lists = lists;
        this.faults = faults;
        this.amounts = new NumeralReader(lists.units().keySet()).read(text, List.of());
        file.rows().forEach(this::read);
        rows.sort(Comparator.comparingInt(CuratedRows::start).thenComparingInt(CuratedRows::end));
    }

    List<Map<String, String>> rows() {
        return rows;
    }

    private static int start(Map<String, String> row) {
        return Integer.parseInt(row.getOrDefault("start", "0"));
    }

    private static int end(Map<String, String> row) {
        return Integer.parseInt(row.getOrDefault("end", "0"));
    }

    private void read(CsvFile.Row row) {
        Map<String, String> told = new LinkedHashMap<>();
        int start = Integer.parseInt(row.get("start"));
        int end = Integer.parseInt(row.get("end"));
        told.put("id", row.get("id").replaceFirst("^.*-", ""));
        told.put("about", row.get("about"));
        told.put("status", row.get("status").replace("underWay", "underConstruction"));
        boolean standing = row.get("unit").matches("rank|years in a row");
        boolean figure = !row.get("value").isEmpty() || !row.get("min").isEmpty();
        told.put(
                "kind",
                row.get("kind").equals("ranking") || standing ? "recognition" : row.get("kind"));
        boolean promise = row.get("kind").matches("target|commitment");
        if (promise) {
            told.put("strength", row.get("strength").isEmpty() ? "intended" : row.get("strength"));
        }
        putPeriod(row, promise, told);
        if (!putPlace(row, told)) {
            return;
        }
        if (figure) {
            putMeasure(row, told);
        }
        Optional<Span> passage =
                standing || !figure
                        ? Optional.of(new Span(start, end))
                        : putFigure(row, new Span(start, end), told);
        if (standing) {
            told.put("number", plain(new BigDecimal(row.get("value"))));
            told.put("unit", row.get("unit").equals("rank") ? "rank" : "years");
        }
        passage.ifPresent(
                span -> {
                    told.put("start", Integer.toString(span.start()));
                    told.put("end", Integer.toString(span.end()));
                    told.put("sha256", text.sha256(span.start(), span.end()));
                    rows.add(told);
                });
    }

    private static void putPeriod(CsvFile.Row row, boolean promise, Map<String, String> told) {
        String kind = row.get("periodKind");
        String end = promise ? row.get("due") : row.get("year");
        String period = row.get("period");
        if (kind.matches("sum|average|months")) {
            told.put("periodKind", kind);
            String since = period.contains("/") ? period.replaceFirst("/.*$", "") : "";
            String last = period.contains("/") ? period.replaceFirst("^.*/", "") : period;
            // The year of a row is what a person sees first and corrects first.
            String until = last.startsWith(end) || end.isEmpty() ? last : end;
            if (since.isEmpty() || since.compareTo(until) >= 0) {
                told.remove("periodKind");
                told.put("period", until);
            } else {
                told.put("period", since + "/" + until);
            }
        } else if (kind.equals("as-of") && period.startsWith(end) && !end.isEmpty()) {
            told.put("period", period);
        } else {
            told.put("period", end);
        }
    }

    private boolean putPlace(CsvFile.Row row, Map<String, String> told) {
        String name = row.get("place");
        String own = file.path().getFileName().toString().replaceFirst("-.*$", "");
        if (name.isEmpty() || name.equals(own) || name.equals(origin.place().chinese())) {
            return true;
        }
        Optional<String> key = lists.places().key(name, origin.year() - 1);
        key.ifPresent(code -> told.put("place", code));
        if (key.isEmpty()) {
            leaveOut(row, "place", "data/places has no place “" + name + "” in that year");
        }
        return key.isPresent();
    }

    /** The indicator, unless the figure covers only a part of what the indicator measures. */
    private void putMeasure(CsvFile.Row row, Map<String, String> told) {
        String indicator = row.get("indicator");
        String subject = row.get("printedSubject");
        if (indicator.isEmpty()) {
            told.put("measure_zh", row.get("label_zh"));
            told.put("measure_en", row.get("label_en"));
            return;
        }
        List<String> names =
                lists.indicators().apply(Dkg.iri(indicator.replaceFirst("^v:", Dkg.VOCAB)));
        boolean whole =
                subject.isEmpty() || names.stream().anyMatch(name -> implies(name, subject));
        if (whole) {
            told.put("indicator", indicator);
        } else {
            told.put("measure_zh", subject + "的" + names.get(0));
            told.put("measure_en", names.get(names.size() - 1) + " of a part of the place");
        }
    }

    private static boolean implies(String name, String subject) {
        String plain = subject.replace("规上", "规模以上");
        return name.replace("规上", "规模以上").contains(plain);
    }

    /** Reads the figure again; returns the words that state it completely. */
    private Optional<Span> putFigure(CsvFile.Row row, Span span, Map<String, String> told) {
        List<Numeral> read = amounts.in(span);
        if (read.size() != 1) {
            leaveOut(
                    row,
                    "start",
                    "the words “%s” hold %d numbers"
                            .formatted(text.words(span.start(), span.end()), read.size()));
            return Optional.empty();
        }
        Numeral numeral = read.get(0);
        Optional<Span> fall =
                row.get("value").startsWith("-") && numeral.low().signum() > 0
                        ? DecreaseWord.of(text, numeral.whole(), numeral.span())
                        : Optional.empty();
        boolean namedFall =
                row.get("indicator").isEmpty() && FALL_NAME.matcher(row.get("label_zh")).find();
        if (fall.isPresent() && !namedFall) {
            numeral = numeral.negated();
        }
        BigDecimal multiplier = lists.units().get(numeral.unit());
        if (multiplier == null) {
            leaveOut(
                    row, "statedUnit", "data/lists/units.ttl has no unit “" + numeral.unit() + "”");
            return Optional.empty();
        }
        String said =
                numeral.isRange() && !row.get("min").isEmpty() ? row.get("min") : row.get("value");
        if (fall.isPresent() && namedFall) {
            said = said.replaceFirst("^-", ""); // a fall of 18 percent is no fall of −18 percent
        }
        BigDecimal low = numeral.low().multiply(multiplier);
        if (said.isEmpty() || low.subtract(new BigDecimal(said)).abs().compareTo(SLIGHT) > 0) {
            leaveOut(
                    row,
                    "value",
                    "the text gives %s in “%s”, the row %s"
                            .formatted(plain(low), text.words(span.start(), span.end()), said));
            return Optional.empty();
        }
        Span whole = numeral.whole();
        told.put("number", plain(numeral.low()));
        if (numeral.isRange()) {
            told.put("upper", plain(numeral.high()));
        }
        told.put("unit", numeral.unit());
        told.put("bound", numeral.bound().term());
        String bound = row.get("bound").replace("about", "approximately");
        if (!bound.isEmpty() && !bound.equals("range") && !bound.equals(numeral.bound().term())) {
            faults.add(
                    new Fault(
                            "curated-bound",
                            Fault.Severity.WARNING,
                            List.of(new Location(file.path(), row.line(), row.position("bound"))),
                            Optional.of(row.get("id")),
                            "the text gives %s in “%s”, the row %s; the text is kept"
                                    .formatted(
                                            numeral.bound().term(),
                                            text.words(span.start(), span.end()),
                                            bound),
                            "check the words; correct the row, or report a fault of the reader"));
        }
        return fall.filter(words -> amounts.in(words).size() == 1).or(() -> Optional.of(whole));
    }

    private void leaveOut(CsvFile.Row row, String column, String why) {
        faults.add(
                new Fault(
                        "curated-row",
                        Fault.Severity.WARNING,
                        List.of(new Location(file.path(), row.line(), row.position(column))),
                        Optional.of(row.get("id")),
                        why + "; the row is left out",
                        "correct the row and import again, or leave it out of the file"));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
