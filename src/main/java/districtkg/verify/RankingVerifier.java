package districtkg.verify;

import districtkg.amount.Standing;
import districtkg.amount.Standing.Kind;
import districtkg.text.Span;
import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Reads streaks, ranks and firsts again from their passages. */
final class RankingVerifier {
    private final VerifiedDocument subject;
    private final List<Span> proven = new ArrayList<>();

    RankingVerifier(VerifiedDocument subject) {
        this.subject = subject;
        for (Node statement : subject.statements()) {
            List<Standing> read =
                    subject.sources(statement).stream()
                            .flatMap(source -> Standing.in(subject.text(), source).stream())
                            .filter(standing -> !standing.span().coveredBy(subject.names()))
                            .toList();
            checkNumber("streak", statement, Dkg.CONSECUTIVE_YEARS, of(read, Kind.STREAK));
            checkNumber("rank", statement, Dkg.RANK, of(read, Kind.RANK));
            checkFirst(statement, of(read, Kind.FIRST));
        }
    }

    /** The positions of the numerals of streaks, ranks and firsts. */
    List<Span> proven() {
        return proven;
    }

    private static List<Standing> of(List<Standing> read, Kind kind) {
        return read.stream().filter(standing -> standing.kind() == kind).toList();
    }

    private void checkNumber(String code, Node statement, Node property, List<Standing> read) {
        Optional<Integer> said = subject.facts().integer(statement, property);
        if (said.isEmpty() || subject.facts().inferred(statement, property)) {
            return;
        }
        if (!read.isEmpty()
                && read.stream().allMatch(standing -> standing.number() == said.get())) {
            read.forEach(standing -> proven.add(standing.span()));
        } else {
            subject.fault(
                    code,
                    statement,
                    property,
                    "The passage gives "
                            + (read.isEmpty()
                                    ? "none"
                                    : read.stream().map(Standing::number).toList())
                            + ", the data say "
                            + said.get()
                            + ".",
                    "write  :%s %s , or choose the right passage"
                            .formatted(
                                    property.getLocalName(),
                                    read.isEmpty() ? "…" : read.get(0).number()));
        }
    }

    private void checkFirst(Node statement, List<Standing> read) {
        if (subject.facts().one(statement, Dkg.FIRST_IN).isEmpty()) {
            return;
        }
        if (read.isEmpty()) {
            subject.fault(
                    "first",
                    statement,
                    Dkg.FIRST_IN,
                    "The passage does not call it the first (首个, 首家, 首条 …).",
                    "take :firstIn away, or choose the right passage");
        }
        read.forEach(standing -> proven.add(standing.span()));
    }
}
