package org.fourplusone.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalFilesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "items",
                "items/A01-02",
                "officer",
                "officer/filings/7",
                "sign-in",
                "activate",
                "factor",
                "admin/people/li.na",
                "enterprise/a/b"
            })
    void takesTheseForPages(String path) {
        assertThat(PortalFiles.Shell.isPage(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kit/app.js",
                "admin/people.js",
                "officer/case.js",
                "itemsx",
                "api/fund/fund",
                "favicon.ico",
                "index.html"
            })
    void takesTheseForFiles(String path) {
        assertThat(PortalFiles.Shell.isPage(path)).isFalse();
    }

    @Test
    void hashesTheImportMapExactlyAsItStands() {
        String header = new ContentPolicy("<script type=\"importmap\">\n{}\n</script>").header();
        assertThat(header).contains("script-src 'self' 'sha256-").doesNotContain("unsafe");
        assertThat(new ContentPolicy("<script type=\"importmap\">\n{} \n</script>").header())
                .as("one space more")
                .isNotEqualTo(header);
        assertThat(new ContentPolicy("<p>").header()).contains("script-src 'self';");
    }
}
