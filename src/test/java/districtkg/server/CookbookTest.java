package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fences;
import districtkg.Fences.Fence;
import districtkg.Fixture;
import districtkg.web.PageSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CookbookTest {
    private static final Path ENGLISH = Path.of("docs/cookbook.md");
    private static final Path CHINESE = Path.of("docs/cookbook.zh.md");

    private static Server server;

    /** A query and the answer that the page prints below it. */
    record Recipe(String query, String answer) {}

    @BeforeAll
    static void start() {
        server = Server.start("127.0.0.1", 0, Fixture.realEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Recipe> recipes() {
        return Stream.of(ENGLISH, CHINESE).flatMap(page -> in(page).stream());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeGivesTheAnswerBelowIt(Recipe recipe) throws Exception {
        HttpResponse<String> response = Http.query(server, recipe.query(), "text/csv");
        List<String> answer = response.body().lines().toList();

        assertThat(answer).hasSizeGreaterThan(1).isEqualTo(recipe.answer().lines().toList());
        assertThat(response.headers().firstValue("Query-Advice")).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameRecipes() {
        assertThat(in(ENGLISH)).hasSizeGreaterThan(15);
        assertThat(in(CHINESE).stream().map(recipe -> recipe.query().replace(":nameZh", ":nameEn")))
                .containsExactlyElementsOf(
                        in(ENGLISH).stream()
                                .map(recipe -> recipe.query().replace(":nameZh", ":nameEn"))
                                .toList());
    }

    private static List<Recipe> in(Path page) {
        List<Recipe> recipes = new ArrayList<>();
        List<Fence> fences = Fences.of(page);
        for (int at = 0; at < fences.size(); at++) {
            if (fences.get(at).language().equals("sparql")) {
                recipes.add(new Recipe(fences.get(at).text(), fences.get(at + 1).text()));
            }
        }
        return recipes;
    }
}
