package vn.antin.template;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Keeps the installation's templates when the service starts, once others listen to what happens. A single command keeps
 * only what it uses: {@code fsck} and {@code verify} change nothing.
 */
@Component
@ConditionalOnWebApplication
class KeepingAtStart implements SmartInitializingSingleton {
    private final Templates templates;

    KeepingAtStart(Templates templates) {
        this.templates = templates;
    }

    @Override
    public void afterSingletonsInstantiated() {
        templates.keepInstalled();
    }
}
