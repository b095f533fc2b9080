package districtkg.curation;

import districtkg.draft.ReportSections;
import districtkg.outline.Part;
import districtkg.text.Text;
import districtkg.vocab.Dkg;
import java.util.Locale;

/** Writes the head of a report: its document and sections in Turtle. */
final class ReportHead {
    private ReportHead() {}

    static String of(ReportOrigin origin, Text text, ReportSections sections) {
        String slug = origin.slug();
        StringBuilder turtle =
                new StringBuilder(
                        """
                        # The head of a report. Its statements stand in %s.csv beside it, a row each.
                        @prefix : <%s> .
                        @prefix dcterms: <http://purl.org/dc/terms/> .
                        @prefix id: <%s> .
                        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                        @prefix v: <%s> .
                        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

                        id:%s a :Document ;
                            rdfs:label    "%s%d年政府工作报告"@zh , "Government work report of %s, %d"@en ;
                            :kind         v:work-report ;
                            :reliability  :copy ;
                            :place        <%s> ;
                            :publisher    id:%s-government ;
                            :published    "%d"^^xsd:gYear ;
                        %s    :characters   %d ;
                            :bodyStart    %d ;
                            :bodyEnd      %d ;
                            :sha256       "%s" .

                        # ---- Sections
                        """
                                .formatted(
                                        origin.stem(),
                                        Dkg.NS,
                                        Dkg.ID,
                                        Dkg.VOCAB,
                                        slug,
                                        origin.place().chinese(),
                                        origin.year(),
                                        origin.place().english(),
                                        origin.year(),
                                        origin.place().node().getURI(),
                                        origin.place().key(),
                                        origin.year(),
                                        origin.address()
                                                .map("    dcterms:source <%s> ;\n"::formatted)
                                                .orElse(""),
                                        text.length(),
                                        sections.body().start(),
                                        sections.body().end(),
                                        text.sha256(0, text.length())));
        int number = 0;
        for (ReportSections.Section section : sections.sections()) {
            number++;
            Part part = section.part();
            turtle.append(
                    """

                    id:%s-s%d a :Section ;
                        rdfs:label "%s（%s）"@zh , "%s (%s)"@en ;
                        :document id:%s ; :start %d ; :end %d ; :entered %s .
                    """
                            .formatted(
                                    slug,
                                    number,
                                    ReportSections.chinese(part),
                                    years(part, "—") + "年",
                                    part.role().name().toLowerCase(Locale.ROOT),
                                    years(part, "–"),
                                    slug,
                                    section.span().start(),
                                    section.span().end(),
                                    part.role().isSpeech()));
        }
        return turtle.toString();
    }

    private static String years(Part part, String between) {
        return part.isMultiYear()
                ? part.firstYear() + between + part.lastYear()
                : Integer.toString(part.lastYear());
    }
}
