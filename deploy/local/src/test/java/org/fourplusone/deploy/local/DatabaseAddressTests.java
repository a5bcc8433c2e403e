package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTests {
    @Test
    void readsServerPersonAndOptions() {
        assertThat(DatabaseAddress.parse("jdbc:mysql://root:p%40ss+w:d@db.example:3307/?allowPublicKeyRetrieval=true"))
                .isEqualTo(new DatabaseAddress("db.example:3307", "root", "p@ss+w:d", "allowPublicKeyRetrieval=true"));
    }

    @Test
    void usesTheProtocolsPort() {
        assertThat(DatabaseAddress.parse("jdbc:mysql://root:x@db/").server()).isEqualTo("db:3306");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mariadb://root:x@db/",
                "jdbc:mysql://db:3306/",
                "jdbc:mysql://root@db/",
                "mysql",
                "jdbc:mysql://ro ot:x@db/"
            })
    void refusesWhatNamesNoAdministratorOfAMySqlServer(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("jdbc:mysql://user:password@host:3306/");
    }

    @Test
    void pinsWhatEverySchemaUrlNeeds() {
        String url = new DatabaseAddress("db:3306", "root", "secret", "sslMode=DISABLED").url("fund");

        assertThat(url).startsWith("jdbc:mysql://db:3306/fund?").endsWith("&sslMode=DISABLED");
        assertThat(Stream.of(
                        "useAffectedRows=true",
                        "connectTimeout=3000",
                        "socketTimeout=30000",
                        "rewriteBatchedStatements=true",
                        "allowLoadLocalInfile=false"))
                .allMatch(url::contains);
    }

    @Test
    void keepsThePasswordOutOfMessages() {
        assertThat(new DatabaseAddress("db:3306", "root", "secret", "")).hasToString("root@db:3306");
    }
}
