namespace huozi {}
