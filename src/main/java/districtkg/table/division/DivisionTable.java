package districtkg.table.division;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.table.cell.CsvFile;
import districtkg.table.cell.SharedTerms;
import districtkg.table.cell.SharedTerms.Names;
import districtkg.table.cell.StatedPeriod;
import districtkg.vocab.Dkg;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Places by their codes, with those that they replaced. A list of all places of a country is long,
 * and only those that documents speak of, those around them and those before and after them become
 * triples.
 */
public final class DivisionTable {
    /** The columns of a table of places. */
    public static final List<String> COLUMNS =
            List.of("code", "zh", "en", "enSource", "level", "parent", "start", "end", "newCodes");

    private static final Node FOUNDED = Dkg.iri("https://schema.org/foundingDate");
    private static final Node DISSOLVED = Dkg.iri("https://schema.org/dissolutionDate");
    private static final Node CHINA = Dkg.iri(Dkg.ID + "china");
    private static final Map<String, String> CLASSES =
            Map.of("province", "Province", "city", "City", "county", "District", "area", "Zone");

    private final SharedTerms terms;
    private final Map<String, List<Division>> byCode = new LinkedHashMap<>();
    private final Map<Node, Division> byNode = new HashMap<>();

    /**
     * One place under one code.
     *
     * @param node of the place
     * @param path of its table
     * @param row of its table
     */
    record Division(Node node, Path path, CsvFile.Row row) {
        String code() {
            return row.get("code");
        }

        private int start() {
            return Integer.parseInt(row.get("start"));
        }

        /** The year in which it was dissolved; a year far in the future if it exists. */
        private int end() {
            return row.get("end").isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(row.get("end"));
        }

        private boolean meets(Division other) {
            return start() < other.end() && other.start() < end();
        }

        /** The codes that came after it, without the years of changes of a part. */
        private List<String> newCodes() {
            return row.get("newCodes").isEmpty() || row.get("end").isEmpty()
                    ? List.of()
                    : Arrays.stream(row.get("newCodes").split(" ", -1))
                            .filter(code -> code.indexOf('[') < 0)
                            .toList();
        }
    }

    /**
     * Reads files of divisions.
     *
     * @param faults receives the faults of the files
     */
    public DivisionTable(List<CsvFile> files, SharedTerms terms, List<Fault> faults) {
        this.terms = terms;
        for (CsvFile file : files) {
            for (CsvFile.Row row : file.rows()) {
                if (wellFormed(file.path(), row, faults)) {
                    add(file.path(), row);
                }
            }
        }
    }

    private static boolean wellFormed(Path path, CsvFile.Row row, List<Fault> faults) {
        int before = faults.size();
        demand(path, row, "code", "\\d{6}(-[a-z]+)?", "440303", faults);
        demand(path, row, "start", "(19|20)\\d\\d", "1990", faults);
        demand(path, row, "end", "((19|20)\\d\\d)?", "2015", faults);
        demand(path, row, "level", "province|city|county|area", "county", faults);
        demand(path, row, "zh", ".+", "罗湖区", faults);
        demand(path, row, "en", "[ -~]+", "Luohu District", faults);
        return faults.size() == before;
    }

    private static void demand(
            Path path,
            CsvFile.Row row,
            String column,
            String form,
            String example,
            List<Fault> faults) {
        if (!row.get(column).matches(form)) {
            faults.add(
                    Fault.at(
                            new Location(path, row.line(), row.position(column)),
                            "table-cell",
                            "“%s” is no %s of a place".formatted(row.get(column), column),
                            "write it as  " + example));
        }
    }

    private void add(Path path, CsvFile.Row row) {
        String code = row.get("code");
        List<Division> same = byCode.computeIfAbsent(code, any -> new ArrayList<>());
        Optional<Node> written =
                terms.division(code)
                        .filter(node -> terms.names(node).chinese().equals(row.get("zh")));
        Node own = Dkg.iri(Dkg.ID + code);
        boolean former =
                same.stream().anyMatch(other -> other.end() > start(row)) && !isCurrent(row);
        Node node = written.orElse(former ? Dkg.iri(Dkg.ID + code + "-" + row.get("start")) : own);
        Division division = new Division(node, path, row);
        same.add(division);
        byNode.putIfAbsent(node, division);
    }

    private static int start(CsvFile.Row row) {
        return Integer.parseInt(row.get("start"));
    }

    private static boolean isCurrent(CsvFile.Row row) {
        return row.get("end").isEmpty();
    }

    /** The place that has a code today, or had it last. */
    public Optional<Node> place(String code) {
        return byCode.getOrDefault(code, List.of()).stream()
                .max(Comparator.comparingInt(Division::start))
                .map(Division::node)
                .or(() -> terms.division(code));
    }

    /** The names of a place of the table; empty for other places. */
    public Optional<Names> names(Node place) {
        return Optional.ofNullable(byNode.get(place))
                .map(division -> new Names(division.row().get("zh"), division.row().get("en")));
    }

    /**
     * The places of a name in a year, by their codes: two for 龙华区, none where the name is unknown.
     */
    List<String> codes(String chineseName, int year) {
        return byCode.values().stream()
                .flatMap(List::stream)
                .filter(division -> division.row().get("zh").equals(chineseName))
                .filter(division -> division.start() <= year && year < division.end())
                .map(Division::code)
                .distinct()
                .toList();
    }

    /** See {@link PlaceNames#reporting}. */
    List<PlaceNames.ReportingPlace> reporting(String name, String within, int year) {
        return byCode.values().stream()
                .flatMap(List::stream)
                .filter(division -> division.row().get("zh").equals(name))
                .filter(division -> year <= division.end())
                .filter(division -> within.isEmpty() || isWithin(division, within))
                .flatMap(division -> then(division, year).stream())
                .distinct()
                .toList();
    }

    /** What a place was at the end of the year before. */
    private Optional<PlaceNames.ReportingPlace> then(Division division, int year) {
        Optional<Division> reporting =
                division.start() < year
                        ? Optional.of(division)
                        : byCode.values().stream()
                                .flatMap(List::stream)
                                .filter(before -> after(before).contains(division))
                                .filter(before -> before.start() < year && year <= before.end())
                                .findFirst();
        return reporting.map(
                place -> {
                    Division today = place;
                    while (after(today).size() == 1) {
                        today = after(today).get(0);
                    }
                    return new PlaceNames.ReportingPlace(
                            today.code(),
                            place.node(),
                            place.row().get("zh"),
                            place.row().get("en"));
                });
    }

    private boolean isWithin(Division division, String within) {
        Optional<Division> around = around(division);
        return around.map(place -> within.contains(place.row().get("zh"))).orElse(true)
                && around.flatMap(this::around)
                        .map(place -> within.contains(place.row().get("zh")))
                        .orElse(true);
    }

    /** The triples of some places, of those around them and of those before and after them. */
    public Map<Path, Graph> graphs(Set<Node> wanted) {
        Map<Path, Graph> graphs = new LinkedHashMap<>();
        Set<Node> done = new HashSet<>();
        for (Node node : wanted) {
            Division division = byNode.get(node);
            if (division != null) {
                write(division, graphs, done, true);
            }
        }
        return graphs;
    }

    private void write(
            Division division, Map<Path, Graph> graphs, Set<Node> done, boolean history) {
        if (done.contains(division.node()) && !history) {
            return;
        }
        boolean first = done.add(division.node());
        boolean inRdf = terms.names(division.node()).chinese().length() > 0;
        if (first && !inRdf) {
            triples(division, graphs.computeIfAbsent(division.path(), path -> new GraphMemFast()));
        }
        around(division).ifPresent(place -> write(place, graphs, done, false));
        for (Division after : after(division)) {
            write(after, graphs, done, false);
            graphs.computeIfAbsent(division.path(), path -> new GraphMemFast())
                    .add(division.node(), DCTerms.isReplacedBy.asNode(), after.node());
        }
        if (history) {
            byCode.values().stream()
                    .flatMap(List::stream)
                    .filter(other -> other.newCodes().contains(division.code()))
                    .filter(other -> after(other).contains(division))
                    .forEach(
                            before -> {
                                write(before, graphs, done, false);
                                graphs.computeIfAbsent(division.path(), path -> new GraphMemFast())
                                        .add(
                                                division.node(),
                                                DCTerms.replaces.asNode(),
                                                before.node());
                            });
        }
    }

    private static void triples(Division division, Graph graph, Optional<Node> around) {
        CsvFile.Row row = division.row();
        Node node = division.node();
        graph.add(
                node, RDF.type.asNode(), Dkg.term(CLASSES.getOrDefault(row.get("level"), "Zone")));
        graph.add(node, RDFS.label.asNode(), NodeFactory.createLiteralLang(row.get("zh"), "zh"));
        graph.add(node, RDFS.label.asNode(), NodeFactory.createLiteralLang(row.get("en"), "en"));
        if (row.get("enSource").equals("pinyin")) {
            graph.add(node, Dkg.INFERRED, RDFS.label.asNode());
        }
        if (row.get("code").matches("\\d+")) {
            graph.add(
                    node,
                    Dkg.term("divisionCode"),
                    NodeFactory.createLiteralString(row.get("code")));
        }
        graph.add(node, FOUNDED, StatedPeriod.literal(row.get("start")));
        if (!row.get("end").isEmpty()) {
            graph.add(node, DISSOLVED, StatedPeriod.literal(row.get("end")));
        }
        around.ifPresent(place -> graph.add(node, Dkg.term("in"), place));
    }

    private void triples(Division division, Graph graph) {
        Optional<Node> around =
                division.row().get("parent").isEmpty()
                        ? Optional.of(CHINA).filter(node -> terms.isA(node, "Country"))
                        : around(division)
                                .map(Division::node)
                                .or(() -> terms.division(division.row().get("parent")));
        triples(division, graph, around);
    }

    private Optional<Division> around(Division division) {
        return byCode.getOrDefault(division.row().get("parent"), List.of()).stream()
                .filter(division::meets)
                .max(Comparator.comparingInt(Division::start));
    }

    /** The places that took its territory when it ended. */
    private List<Division> after(Division division) {
        return division.newCodes().stream()
                .flatMap(code -> byCode.getOrDefault(code, List.of()).stream())
                .filter(other -> other.start() <= division.end() && division.end() < other.end())
                .filter(other -> !other.equals(division))
                .toList();
    }
}
