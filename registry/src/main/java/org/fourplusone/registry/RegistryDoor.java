package org.fourplusone.registry;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.Assert;

/**
 * Who may talk to the registry: everybody asks for health, everything else needs the one generated credential. Programs
 * register with HTTP basic and hold no session, so there is nothing for a forged cross-site request to ride on.
 */
@Configuration(proxyBeanMethods = false)
class RegistryDoor {

    @Bean
    SecurityFilterChain registryRules(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**", "/actuator/prometheus")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(withDefaults())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * The one account. Its password is 192 random bits, so a slow password hash (paid again on each of the fleet's
     * calls, several a second) would protect nothing and cost half a core. That is also why this is not an in-memory
     * user manager: one would replace the plain password with a slow hash after its first use.
     */
    @Bean
    UserDetailsService registryAccount(
            @Value("${spring.security.user.name:}") String name,
            @Value("${spring.security.user.password:}") String password) {
        Assert.hasText(name, "SPRING_SECURITY_USER_NAME is not set: the registry has no default account");
        Assert.isTrue(password.length() >= 16, "SPRING_SECURITY_USER_PASSWORD needs at least 16 characters");
        return asked -> {
            if (!asked.equals(name)) {
                throw new UsernameNotFoundException("unknown");
            }
            return User.withUsername(name)
                    .password("{noop}" + password)
                    .authorities("ROLE_FLEET")
                    .build();
        };
    }
}
