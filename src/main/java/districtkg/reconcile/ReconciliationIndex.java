package districtkg.reconcile;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/**
 * Finds the things that a name may mean: places, projects, organizations, indicators and others, by
 * Chinese, English and pinyin names, former names, abbreviations and division codes. Names are read
 * at the first query and kept. Thread-safe.
 */
public final class ReconciliationIndex {
    /** Candidates whose names are compared in full. */
    private static final int COMPARED = 120;

    private static final double LEAST = 35;
    private static final double CERTAIN = 91;
    private static final double AHEAD = 4;
    private static final double WRONG_TYPE = 20;
    private static final double WRONG_PROPERTY = 25;
    private static final double RIGHT_PROPERTY = 3;

    /** Given to places about which there are documents: people ask for them rather. */
    private static final double KNOWN = 0.5;

    private final GraphReader things;
    private final ReconciliationProperties properties;
    private @Nullable Prepared prepared;

    /** All names, and which candidates share a piece of a name. */
    private record Prepared(
            List<ReconciliationCandidate> candidates, Map<String, List<Integer>> byPiece) {}

    /** An index of a graph; nothing is read yet. */
    public ReconciliationIndex(GraphReader things) {
        this.things = things;
        this.properties = new ReconciliationProperties(things);
    }

    /** The properties of things. */
    public ReconciliationProperties properties() {
        return properties;
    }

    /** The classes of candidates with the number of their members, the most frequent first. */
    public Map<String, Integer> types() {
        Map<String, Integer> counts = new TreeMap<>();
        prepared()
                .candidates()
                .forEach(one -> one.types().forEach(type -> counts.merge(type, 1, Integer::sum)));
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    /** The things that a name may mean, the most likely first. */
    public List<ReconciliationResult> find(ReconciliationQuery query) {
        Prepared all = prepared();
        NameForm asked = NameForm.of(query.text());
        List<ReconciliationResult> scored = new ArrayList<>();
        for (ReconciliationCandidate one : near(all, query.text(), asked)) {
            ReconciliationResult result = score(one, asked, query);
            if (result.score() >= LEAST) {
                scored.add(result);
            }
        }
        scored.sort(
                Comparator.comparing(ReconciliationResult::score)
                        .reversed()
                        .thenComparing(one -> one.thing().getURI()));
        List<ReconciliationResult> best = new ArrayList<>();
        for (int at = 0; at < Math.min(query.limit(), scored.size()); at++) {
            ReconciliationResult one = scored.get(at);
            boolean certain =
                    at == 0
                            && one.score() >= CERTAIN
                            && !one.features().containsValue(false)
                            && (scored.size() < 2 || one.score() - scored.get(1).score() >= AHEAD);
            best.add(new ReconciliationResult(one.thing(), one.score(), one.features(), certain));
        }
        return best;
    }

    /** The candidates that share most pieces with a name, and those with its code. */
    private static Set<ReconciliationCandidate> near(Prepared all, String text, NameForm asked) {
        Map<Integer, Double> shared = new HashMap<>();
        for (String piece : asked.pieces()) {
            List<Integer> having = all.byPiece().getOrDefault(piece, List.of());
            for (int at : having) {
                shared.merge(at, 1.0 / Math.sqrt(having.size()), Double::sum);
            }
        }
        Set<ReconciliationCandidate> near = new LinkedHashSet<>();
        for (int at = 0; at + 2 <= asked.full().length(); at++) {
            all.byPiece()
                    .getOrDefault(whole(asked.full().substring(at)), List.of())
                    .forEach(one -> near.add(all.candidates().get(one)));
        }
        all.byPiece()
                .getOrDefault(code(text), List.of())
                .forEach(at -> near.add(all.candidates().get(at)));
        shared.entrySet().stream()
                .sorted(
                        Map.Entry.<Integer, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMPARED)
                .forEach(one -> near.add(all.candidates().get(one.getKey())));
        return near;
    }

    private ReconciliationResult score(
            ReconciliationCandidate one, NameForm asked, ReconciliationQuery query) {
        Map<String, Object> features = new LinkedHashMap<>();
        double score;
        if (one.codes().contains(query.text().strip())) {
            features.put("code", true);
            score = NameSimilarity.EQUAL;
        } else {
            score = similarity(one, asked);
            features.put("name", rounded(score));
        }
        if (!query.types().isEmpty()) {
            boolean fits = query.types().stream().anyMatch(one.types()::contains);
            features.put("type", fits);
            score -= fits ? 0 : WRONG_TYPE;
        }
        for (Map.Entry<String, List<String>> wanted : query.properties().entrySet()) {
            boolean has = properties.has(one.node(), wanted.getKey(), wanted.getValue());
            features.put("property_" + wanted.getKey(), has);
            score += has ? RIGHT_PROPERTY : -WRONG_PROPERTY;
        }
        boolean known = things.subjects(Dkg.term("place"), one.node()).findAny().isPresent();
        score += known ? KNOWN : 0;
        return new ReconciliationResult(
                one.node(), rounded(Math.clamp(score, 0, 100)), features, false);
    }

    /** The best of its names, for what was asked with or without the areas around it. */
    private static double similarity(ReconciliationCandidate one, NameForm asked) {
        double best = 0;
        for (NameForm form : withoutAreas(one, asked)) {
            for (NameForm name : one.names()) {
                best = Math.max(best, NameSimilarity.of(form, name));
            }
        }
        return best;
    }

    /** 广东省深圳市罗湖区 is also asked as 深圳市罗湖区 and 罗湖区. */
    private static List<NameForm> withoutAreas(ReconciliationCandidate one, NameForm asked) {
        List<NameForm> forms = new ArrayList<>(List.of(asked));
        String rest = asked.full();
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (String area : one.around()) {
                if (rest.length() - area.length() >= 2 && rest.startsWith(area)) {
                    rest = rest.substring(area.length());
                    forms.add(NameForm.of(rest));
                    shorter = true;
                }
            }
        }
        return forms;
    }

    private static double rounded(double score) {
        return Math.round(score * 10) / 10.0;
    }

    private synchronized Prepared prepared() {
        if (prepared == null) {
            List<ReconciliationCandidate> candidates =
                    things.all("Entity", "Indicator")
                            .filter(Node::isURI)
                            .filter(one -> !things.is(one, Dkg.DOCUMENT))
                            .distinct()
                            .map(this::candidate)
                            .toList();
            Map<String, List<Integer>> byPiece = new HashMap<>();
            for (int at = 0; at < candidates.size(); at++) {
                Set<String> pieces = new LinkedHashSet<>();
                for (NameForm name : candidates.get(at).names()) {
                    pieces.addAll(name.pieces());
                    pieces.add(whole(name.full()));
                    pieces.add(whole(name.stem()));
                }
                candidates.get(at).codes().forEach(code -> pieces.add(code(code)));
                for (String piece : pieces) {
                    byPiece.computeIfAbsent(piece, any -> new ArrayList<>()).add(at);
                }
            }
            prepared = new Prepared(candidates, byPiece);
        }
        return prepared;
    }

    /** A whole name, or its end after the areas around it. */
    private static String whole(String name) {
        return "~" + name;
    }

    /** Codes cannot be confused with pieces of names. */
    private static String code(String written) {
        return "=" + written.strip();
    }

    private ReconciliationCandidate candidate(Node thing) {
        List<NameForm> names =
                Stream.concat(
                                Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                                        .flatMap(property -> things.values(thing, property))
                                        .map(GraphReader::text),
                                Stream.of(Language.values())
                                        .map(language -> things.name(thing, language)))
                        .distinct()
                        .map(NameForm::of)
                        .distinct()
                        .toList();
        Set<String> codes =
                Stream.concat(
                                Stream.of(thing.getURI(), Ref.end(thing.getURI())),
                                things.values(thing, Dkg.term("divisionCode"))
                                        .map(GraphReader::text))
                        .collect(Collectors.toSet());
        Set<String> types =
                things.values(thing, RDF.type.asNode())
                        .map(Node::toString)
                        .filter(type -> type.startsWith(Dkg.NS))
                        .map(Ref::end)
                        .collect(Collectors.toSet());
        List<String> around =
                things.values(thing, Dkg.term("in"))
                        .flatMap(
                                area ->
                                        Stream.of(Language.values())
                                                .map(language -> things.name(area, language)))
                        .map(NameForm::of)
                        .flatMap(form -> Stream.of(form.full(), form.stem()))
                        .distinct()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .toList();
        return new ReconciliationCandidate(thing, names, codes, types, around);
    }
}
