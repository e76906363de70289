package vn.antin.render;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RenderConfiguration {
    @Bean
    LayoutProfile layoutProfile(LayoutProperties typed) {
        return LayoutProfile.from(typed);
    }
}
