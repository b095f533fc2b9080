package districtkg.verify;

import districtkg.amount.PrintedRanking;
import districtkg.amount.PrintedRanking.Kind;
import districtkg.text.Span;
import districtkg.verify.document.VerifiedDocument;
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
            List<PrintedRanking> read =
                    subject.sources(statement).stream()
                            .flatMap(source -> PrintedRanking.in(subject.text(), source).stream())
                            .filter(ranking -> !ranking.span().coveredBy(subject.names()))
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

    private static List<PrintedRanking> of(List<PrintedRanking> read, Kind kind) {
        return read.stream().filter(ranking -> ranking.kind() == kind).toList();
    }

    private void checkNumber(
            String code, Node statement, Node property, List<PrintedRanking> read) {
        Optional<Integer> said = subject.facts().integer(statement, property);
        if (said.isEmpty() || subject.facts().inferred(statement, property)) {
            return;
        }
        if (!read.isEmpty() && read.stream().allMatch(ranking -> ranking.number() == said.get())) {
            read.forEach(ranking -> proven.add(ranking.span()));
        } else {
            subject.fault(
                    code,
                    statement,
                    property,
                    "The passage gives "
                            + (read.isEmpty()
                                    ? "none"
                                    : read.stream().map(PrintedRanking::number).toList())
                            + ", the data say "
                            + said.get()
                            + ".",
                    "write  :%s %s , or choose the right passage"
                            .formatted(
                                    property.getLocalName(),
                                    read.isEmpty() ? "…" : read.get(0).number()));
        }
    }

    private void checkFirst(Node statement, List<PrintedRanking> read) {
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
        read.forEach(ranking -> proven.add(ranking.span()));
    }
}
